import type { Facts } from './schema.ts'

/** The table of regions that a gazetteer is made from (`catalogue/regions.json`). */
export interface Regions {
  readonly kreise: readonly {
    readonly ags: string
    readonly name: string
    readonly shortName: string
    readonly type: 'Landkreis' | 'kreisfreie Stadt'
  }[]
  readonly gemeinden: readonly { readonly ags: string; readonly name: string }[]
  /** Municipalities (8-digit AGS) by postal code. */
  readonly postalCodes: { readonly [code: string]: readonly string[] }
}

/** A municipality or a Kreis: what a person can name when asked where they live. */
export interface Place {
  readonly name: string
  /** 8 digits for a municipality, 5 for a Kreis. */
  readonly ags: string
  readonly kreis: string
  readonly kreisName: string
}

/** Finds names by what somebody typed: positions in the list it was made from, best first, 0 is exact. */
export type NameIndex = (
  typed: string,
  limit: number,
) => readonly { readonly index: number; readonly distance: number }[]

/** Places of Hesse by postal code, key or name. */
export interface Gazetteer {
  /** Places for what somebody typed, best first; typing errors are forgiven. Empty where nothing fits. */
  readonly find: (typed: string, limit: number) => readonly Place[]
  /** The places that an answer can mean: one where it is clear, several where the person must choose. */
  readonly resolve: (typed: string) => readonly Place[]
  /** The place of an AGS with 5 or 8 digits. */
  readonly place: (ags: string) => Place | undefined
}

/**
 * A gazetteer over a table of regions; `indexOf` brings the forgiving comparison of names,
 * `dwelling` are phrases that may stand before a name: "I live in".
 */
export function createGazetteer(
  regions: Regions,
  indexOf: (names: readonly string[]) => NameIndex,
  dwelling: readonly string[] = [],
): Gazetteer {
  const leads = dwelling.map(phrase => `${phrase.toLowerCase()} `).sort((a, b) => b.length - a.length)
  const kreisNames = new Map(regions.kreise.map(({ ags, name }) => [ags, name]))
  const places = new Map<string, Place>()
  const names: { readonly name: string; readonly ags: string }[] = []
  for (const { ags, name, shortName, type } of regions.kreise) {
    places.set(ags, { name, ags, kreis: ags, kreisName: name })
    // A kreisfreie Stadt is one municipality: its name leads there, and the Kreis follows.
    if (type === 'Landkreis') names.push({ name, ags }, { name: shortName, ags })
  }
  for (const { ags, name } of regions.gemeinden) {
    const kreis = ags.slice(0, 5)
    places.set(ags, { name, ags, kreis, kreisName: kreisNames.get(kreis) ?? kreis })
    for (const written of new Set([name, withoutAddition(name)])) names.push({ name: written, ags })
  }
  const index = indexOf(names.map(({ name }) => name))
  const codes = Object.keys(regions.postalCodes).sort()
  const known = (list: readonly string[]): Place[] =>
    [...new Set(list)].flatMap(ags => {
      const place = places.get(ags)
      return place ? [place] : []
    })
  const look = (typed: string, limit: number) => {
    const found = index(typed, limit)
    return found.length > 0 ? found : index(withoutAddition(typed), limit)
  }
  const byName = (typed: string, limit: number) =>
    look(typed, limit * 2).flatMap(({ index: at, distance }) => {
      const ags = names[at]?.ags
      return ags === undefined ? [] : [{ ags, distance }]
    })
  const settled = (code: string) => withinOneKreis(known(regions.postalCodes[code] ?? []), places)
  const named = (typed: string) => {
    const hits = byName(typed, 8)
    const exact = hits.filter(({ distance }) => distance === 0)
    return known((exact.length > 0 ? exact : hits).map(({ ags }) => ags)).slice(0, 8)
  }
  const resolve = (typed: string): readonly Place[] => {
    const digits = digitsOf(typed)
    if (digits !== undefined) {
      const exact = places.get(digits)
      return exact ? [exact] : settled(digits)
    }
    const [, code, city] = /^\s*(\p{Nd}{5})[\s,]+(\P{Nd}+)$/u.exec(typed) ?? []
    if (code !== undefined && city !== undefined) {
      const coded = settled(digitsOf(code) ?? code)
      const cities = named(city)
      const both = cities.filter(({ kreis }) => coded.some(place => place.kreis === kreis))
      if (both.length > 0) return both
      return known([...coded, ...cities].map(({ ags }) => ags)).slice(0, 8)
    }
    return named(typed)
  }

  return {
    place: ags => places.get(ags),
    find(typed, limit) {
      const digits = digitsOf(typed)
      if (digits !== undefined) {
        const exact = places.get(digits)
        if (exact) return [exact]
        const matching = codes.filter(code => code.startsWith(digits))
        return known(matching.flatMap(code => regions.postalCodes[code] ?? [])).slice(0, limit)
      }
      return known(byName(typed, limit).map(({ ags }) => ags)).slice(0, limit)
    },
    resolve(typed) {
      const found = resolve(typed)
      if (found.length > 0) return found
      const spoken = typed.trim()
      const lead = leads.find(phrase => spoken.toLowerCase().startsWith(phrase))
      return lead === undefined ? [] : resolve(spoken.slice(lead.length).replace(/[.!]+$/, ''))
    },
  }
}

/** `Offenbach am Main`, `Bad Homburg v. d. Höhe`, `Homberg (Efze)`: people leave the addition away. */
export const withoutAddition = (name: string): string =>
  name.replace(/( am | an | a\. ?[a-z]\.| v\. ?d\. | \(|\/| im ).*$/i, '')

/** The digits of a postal code or AGS, in whatever numerals; `undefined` where letters were typed. */
function digitsOf(typed: string): string | undefined {
  const plain = typed.trim().replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 0xf))
  return /^\d{2,8}$/.test(plain) ? plain : undefined
}

/** A postal code of several municipalities in one Kreis settles the Kreis; in several Kreise the person chooses. */
function withinOneKreis(found: readonly Place[], places: ReadonlyMap<string, Place>): readonly Place[] {
  const [first, ...others] = found
  if (!first || others.length === 0 || others.some(({ kreis }) => kreis !== first.kreis)) return found
  const kreis = places.get(first.kreis)
  return kreis ? [kreis] : found
}

/** The facts that a place settles. */
export function factsOfPlace(ags: string): Facts {
  return ags.length === 8 ? { kreis: ags.slice(0, 5), gemeinde: ags } : { kreis: ags }
}
