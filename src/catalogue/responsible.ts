import type { Facts } from '../facts/schema.ts'
import { type Office, type OfficeKind, officeKinds } from './offices.ts'

/** The office that is responsible where a person lives: its German name, and a way to it that a source confirms. */
export interface Responsible {
  readonly name: string
  /** No official page was read that names it. */
  readonly isUnconfirmed: boolean
  readonly url?: string
  readonly phone?: string
  /** AGS of the Kreis or city whose own website leads on where the office has no way of its own. */
  readonly fallback?: string
}

/** Finds the office of a kind that is responsible where a person lives: the one with the most specific area. */
export type OfficeFinder = (kind: OfficeKind, place: Pick<Facts, 'kreis' | 'gemeinde'>) => Office | undefined

/** The office of a kind for a place; `undefined` where neither the place nor an office for all of Hesse is known. */
export type ResponsibleFinder = (
  kind: OfficeKind,
  place: Pick<Facts, 'kreis' | 'gemeinde'>,
) => Responsible | undefined

/**
 * Makes the finder of what people are told. An office that is not listed is called by its kind and the place that runs
 * it; only the website of whoever runs it may lead on, never a Kreis's for an office of the state.
 */
export function createResponsibleFinder(
  offices: readonly Office[],
  placeName: (ags: string) => string,
): ResponsibleFinder {
  const find = createOfficeFinder(offices)
  return (kind, place) => {
    const office = find(kind, place)
    const { kreis, gemeinde } = place
    const { level, name } = officeKinds[kind]
    // A kreisfreie Stadt is municipality and Kreis at once: its AGS as a municipality ends in 000.
    const municipality = gemeinde?.endsWith('000') ? kreis : (gemeinde ?? kreis)
    const own = level === 'gemeinde' ? municipality : kreis
    const isOfCity = gemeinde !== undefined && office?.area.includes(gemeinde) === true
    const runner = level === 'above' ? undefined : isOfCity ? gemeinde : own
    const fallback = runner === undefined ? {} : { fallback: runner }
    if (office) {
      const isUnconfirmed = office.state === 'unconfirmed'
      const { url, phone } = office
      // Nobody is sent to an address or a number that no source confirms.
      const ways = isUnconfirmed
        ? {}
        : { ...(url !== undefined && { url }), ...(phone !== undefined && { phone }) }
      return { name: office.name, isUnconfirmed, ...ways, ...fallback }
    }
    if (own === undefined) return undefined
    return { name: `${name} · ${placeName(own)}`, isUnconfirmed: false, ...fallback }
  }
}

/** Makes the finder over a list of offices. Without a place, only an office for all of Hesse is found. */
export function createOfficeFinder(offices: readonly Office[]): OfficeFinder {
  const byArea = new Map(offices.flatMap(office => office.area.map(ags => [`${office.kind} ${ags}`, office])))
  return (kind, { kreis, gemeinde }) => {
    for (const ags of [gemeinde, kreis, '06']) {
      const office = ags === undefined ? undefined : byArea.get(`${kind} ${ags}`)
      if (office) return office
    }
    return undefined
  }
}
