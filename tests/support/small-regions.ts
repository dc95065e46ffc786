import type { NameIndex, Regions } from '../../src/facts/places.ts'

/**
 * Two Landkreise and a kreisfreie Stadt: a name that two towns share, a town that is called like a Landkreis,
 * one whose name begins like another's, and postal codes that cross municipalities and Kreise.
 */
export const smallRegions: Regions = {
  kreise: [
    { ags: '06901', name: 'Landkreis Norden', shortName: 'Norden', type: 'Landkreis' },
    { ags: '06902', name: 'Südkreis', shortName: 'Südkreis', type: 'Landkreis' },
    { ags: '06903', name: 'Stadt Mitte', shortName: 'Mitte', type: 'kreisfreie Stadt' },
  ],
  gemeinden: [
    { ags: '06901001', name: 'Altdorf am Main' },
    { ags: '06901002', name: 'Neudorf' },
    { ags: '06902001', name: 'Altdorf (Wald)' },
    { ags: '06902002', name: 'Norden' },
    { ags: '06902003', name: 'Altdorfen' },
    { ags: '06903000', name: 'Mitte' },
  ],
  postalCodes: {
    '60001': ['06901001', '06901002'],
    '60002': ['06901002', '06902001'],
    '60003': ['06903000'],
    '60101': ['06902002'],
    '60102': ['06902003'],
  },
}

/** Names exactly, or by their beginning: all that the gazetteer needs to be tested without the search. */
export const plainIndex =
  (names: readonly string[]): NameIndex =>
  (typed, limit) =>
    names
      .flatMap((name, index) =>
        name.startsWith(typed) ? [{ index, distance: name === typed ? 0 : 0.1 }] : [],
      )
      .sort((a, b) => a.distance - b.distance)
      .slice(0, limit)
