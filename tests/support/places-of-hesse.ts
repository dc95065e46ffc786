import { readCatalogue } from '../../src/catalogue/read.ts'

/** The keys of all Kreise and municipalities of Hesse. */
export function placesOfHesse(): readonly string[] {
  const { kreise, gemeinden } = readCatalogue('catalogue').regions
  return [...kreise, ...gemeinden].map(({ ags }) => ags)
}
