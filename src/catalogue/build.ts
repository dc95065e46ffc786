import type { Condition } from '../rules/condition.ts'
import { compile } from '../rules/rule.ts'
import type { Fault } from './fault.ts'
import { inconsistencies } from './inconsistency.ts'
import type { RuledOffer } from './offer.ts'
import type { Risks } from './risks.ts'
import { type OfferFile, offerFileSchema, termsFileSchema } from './schema.ts'
import { expandTerms, type Terms, termFaults } from './terms.ts'
import { parseYaml } from './yaml-file.ts'

/** A file's name (without folder) and its text. */
export interface SourceFile {
  readonly name: string
  readonly text: string
}

/** Where something of an offer is written. */
export type Locate = (
  offer: string,
  path: readonly PropertyKey[],
) => { readonly file: string; readonly line: number }

/** What a set of files holds: its offers, every fault that was found, and the way back to the lines. */
export interface Built {
  readonly offers: RuledOffer[]
  readonly faults: Fault[]
  readonly locate: Locate
}

/** The offers of a set of files, with every fault that was found. Offers without fault are still built. */
export function buildOffers(
  termsFile: SourceFile,
  offerFiles: readonly SourceFile[],
  risks: Risks = new Map(),
): Built {
  const { terms, faults } = readTerms(termsFile)
  const offers: RuledOffer[] = []
  const lines = new Map<string, { readonly file: string; readonly lineOf: LineOf }>()
  const ids = new Set(offerFiles.map(({ name }) => idOf(name)))
  for (const { name, text } of offerFiles) {
    const file = parseYaml(name, text, offerFileSchema)
    if (!file.ok) {
      faults.push(...file.faults)
      continue
    }
    // Where the terms are at fault, no offer can be judged, and none is to blame.
    if (!terms) continue
    const { value: offer, lineOf } = file.parsed
    const found = [...inconsistencies(offer, { id: idOf(name), ids, terms, risks })]
    faults.push(...found.map(({ path, reason }) => ({ file: name, line: lineOf(path), reason })))
    if (found.length > 0) continue
    offers.push(ruled(offer, terms, risks))
    lines.set(offer.id, { file: name, lineOf })
  }
  const locate: Locate = (offer, path) => {
    const written = lines.get(offer)
    return written ? { file: written.file, line: written.lineOf(path) } : { file: 'offers', line: 1 }
  }
  return { offers, faults, locate }
}

type LineOf = (path: readonly PropertyKey[]) => number

function readTerms({ name, text }: SourceFile): {
  readonly terms: Terms | undefined
  readonly faults: Fault[]
} {
  const file = parseYaml(name, text, termsFileSchema)
  if (!file.ok) return { terms: undefined, faults: file.faults }
  const terms = new Map(Object.entries(file.parsed.value))
  const faults = [...termFaults(terms)].map(({ term, reason }) => ({
    file: name,
    line: file.parsed.lineOf([term]),
    reason,
  }))
  return { terms: faults.length > 0 ? undefined : terms, faults }
}

function ruled(offer: OfferFile, terms: Terms, risks: Risks): RuledOffer {
  const conditions = withinArea(offer, expandTerms(offer.conditions, terms))
  const isLocal =
    offer.area === 'kreis' || offer.office !== undefined || Object.keys(offer.regional).length > 0
  const riskNotes = offer.risks.flatMap(name => risks.get(name) ?? [])
  return { ...offer, conditions, isLocal, riskNotes, rule: compile(conditions, offer.claim) }
}

/** An offer of certain places is for those who live there: the list is a condition like any other. */
function withinArea({ area, sources }: OfferFile, conditions: Condition): Condition {
  if (typeof area === 'string') return conditions
  const kreise = area.filter(ags => ags.length === 5)
  const gemeinden = area.filter(ags => ags.length === 8)
  const ofGemeinden = [...new Set(gemeinden.map(ags => ags.slice(0, 5)))]
  const places: Condition[] = []
  if (kreise.length > 0) places.push({ fact: 'kreis', in: kreise })
  // Whoever lives in another Kreis needs not be asked for the municipality.
  if (gemeinden.length > 0) {
    places.push({
      all: [
        { fact: 'kreis', in: ofGemeinden },
        { fact: 'gemeinde', in: gemeinden },
      ],
    })
  }
  return { all: [conditions, { any: places, source: sources[0]?.id ?? '' }] }
}

const idOf = (fileName: string): string => fileName.replace(/^.*\//, '').replace(/\.yaml$/, '')
