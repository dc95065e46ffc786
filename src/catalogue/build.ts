import type { Condition } from '../rules/condition.ts'
import { compile } from '../rules/rule.ts'
import type { Fault } from './fault.ts'
import { inconsistencies } from './inconsistency.ts'
import type { RuledOffer } from './offer.ts'
import { type OfferFile, offerFileSchema, termsFileSchema } from './schema.ts'
import { expandTerms, type Terms, termFaults } from './terms.ts'
import { parseYaml } from './yaml-file.ts'

/** A file's name (without folder) and its text. */
export interface SourceFile {
  readonly name: string
  readonly text: string
}

/** The offers of a set of files, with every fault that was found. Offers without fault are still built. */
export function buildOffers(
  termsFile: SourceFile,
  offerFiles: readonly SourceFile[],
): { readonly offers: RuledOffer[]; readonly faults: Fault[] } {
  const { terms, faults } = readTerms(termsFile)
  const offers: RuledOffer[] = []
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
    const found = [...inconsistencies(offer, { id: idOf(name), ids, terms })]
    faults.push(...found.map(({ path, reason }) => ({ file: name, line: lineOf(path), reason })))
    if (found.length === 0) offers.push(ruled(offer, terms))
  }
  return { offers, faults }
}

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

function ruled(offer: OfferFile, terms: Terms): RuledOffer {
  const conditions = withinArea(offer, expandTerms(offer.conditions, terms))
  const isLocal = offer.area === 'kreis' || Object.keys(offer.regional).length > 0
  return { ...offer, conditions, isLocal, rule: compile(conditions, offer.claim) }
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
