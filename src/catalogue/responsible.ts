import type { Facts } from '../facts/schema.ts'
import type { Office, OfficeKind } from './offices.ts'

/** Finds the office of a kind that is responsible where a person lives: the one with the most specific area. */
export type OfficeFinder = (kind: OfficeKind, place: Pick<Facts, 'kreis' | 'gemeinde'>) => Office | undefined

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
