import type { FactName, Facts } from '../facts/schema.ts'
import type { Topic } from '../facts/topics.ts'
import type { Claim, Condition } from '../rules/condition.ts'
import type { Rule } from '../rules/rule.ts'
import type { OpenBecause } from '../rules/verdict.ts'
import type { OfficeKind } from './offices.ts'
import type { Risk } from './risks.ts'

/** Who stands behind an offer: federation, state, municipality, or an association. */
export type Level = 'bund' | 'land' | 'kommune' | 'traeger'
export type Status = 'active' | 'restricted' | 'ended'
/** What it costs the person: nothing, a fixed fee, a share with exemptions, or it depends. */
export type Cost = 'free' | 'fee' | 'contribution' | 'varies'
/** How pressing an offer is where it applies: danger, living and rent, a deadline or money, the rest. */
export type Urgency = 'danger' | 'existence' | 'high' | 'normal'

/** Where a claim was read, and when. */
export interface Source {
  readonly id: string
  readonly title: string
  readonly url: string
  /** ISO date on which a person or a tool last read it. */
  readonly checked: string
  /** `read` where an official page was read; `unconfirmed` where none could be, or only others tell of it. People see it. */
  readonly state: 'read' | 'unconfirmed'
}

/** A way to reach somebody: `value` is E.164 or a short number, an https address, an e-mail or a postal address. */
export interface Contact {
  readonly kind: 'phone' | 'url' | 'email' | 'address'
  readonly value: string
  /** A proper name or a number as people write it; absent where the value speaks for itself. */
  readonly label?: string
  readonly source: string
}

/** A dated remark that the person sees, its text in `locales` under the offer's `notes`. */
export interface Note {
  readonly id: string
  readonly source: string
  readonly from?: string
  readonly until?: string
}

/** A person and the verdict that the law gives: a test that stands beside the rule. */
export interface Example {
  readonly name?: string
  readonly facts: Facts
  readonly today?: string
  readonly verdict: 'eligible' | 'ineligible' | 'undetermined'
  readonly claim?: Claim
  readonly missing?: readonly FactName[]
  readonly openBecause?: readonly OpenBecause[]
}

/** One offer as the catalogue knows it: no sentences, but for proper names in German. */
export interface Offer {
  readonly id: string
  readonly titleDe: string
  readonly topics: readonly Topic[]
  readonly level: Level
  readonly provider: string
  /** The kind of office that is responsible, where the person's place decides which one. */
  readonly office?: OfficeKind
  readonly area: 'hesse' | 'kreis' | readonly string[]
  readonly status: Status
  readonly successor?: string
  /** The benefit that this offer is, where people are asked whether they get it already. */
  readonly benefit?: NonNullable<Facts['benefitsReceived']>[number]
  readonly cost: Cost
  readonly urgency: Urgency
  readonly claim: Claim
  readonly conditions: Condition
  readonly documents: readonly string[]
  readonly contacts: readonly Contact[]
  /** Contacts in one Kreis or municipality, by AGS. */
  readonly regional: { readonly [ags: string]: readonly Contact[] }
  readonly notes: readonly Note[]
  /** Names of what a claim can mean for residence. */
  readonly risks: readonly string[]
  readonly sources: readonly Source[]
  readonly examples: readonly Example[]
}

/** An offer with its rule compiled. */
export interface RuledOffer extends Offer {
  /** Whether the place decides which office or contact is named. */
  readonly isLocal: boolean
  /** What a claim can mean for residence, each with the people whom it concerns. */
  readonly riskNotes: readonly Risk[]
  readonly rule: Rule
}
