import { type Regions, withoutAddition } from '../facts/places.ts'
import type { NamedPlace } from '../search/place-reader.ts'

/** A municipality with so many postal codes is large enough to be known by its name alone. */
const codesOfLarge = 3

/**
 * The names by which queries name places. The name that a town shares with the Landkreis around it is the town's: who
 * means the Landkreis says so.
 */
export function namedPlaces({ kreise, gemeinden, postalCodes }: Regions): readonly NamedPlace[] {
  const codes = new Map<string, number>()
  for (const ags of Object.values(postalCodes).flat()) codes.set(ags, (codes.get(ags) ?? 0) + 1)
  const towns = gemeinden.flatMap(({ ags, name }) => {
    const isLarge = (codes.get(ags) ?? 0) >= codesOfLarge
    return [...new Set([name, withoutAddition(name)])].map(written => ({ name: written, ags, isLarge }))
  })
  const taken = new Set(towns.map(({ name }) => name))
  const districts = kreise
    .filter(({ type }) => type === 'Landkreis')
    .flatMap(({ ags, name, shortName }) =>
      [name, ...(taken.has(shortName) ? [] : [shortName])].map(written => ({
        name: written,
        ags,
        isLarge: true,
      })),
    )
  return [...towns, ...districts]
}

/** Postal codes that lie in one municipality, or in one Kreis. */
export function placesOfPostalCodes({ postalCodes }: Regions): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(postalCodes).flatMap(([code, list]) => {
      const [first = ''] = list
      if (list.length === 1) return [[code, first] as const]
      const kreis = first.slice(0, 5)
      return list.every(ags => ags.startsWith(kreis)) ? [[code, kreis] as const] : []
    }),
  )
}
