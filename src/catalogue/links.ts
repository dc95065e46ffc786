import type { Catalogue } from './read.ts'

/** A web address of the catalogue, and every place that names it. */
export interface Link {
  readonly url: string
  readonly where: readonly string[]
}

/** Every address that the catalogue names, once. */
export function linksOf({ offers, kreise, offices, risks }: Catalogue): readonly Link[] {
  const places = new Map<string, Set<string>>()
  const name = (url: string, where: string) => {
    places.set(url, (places.get(url) ?? new Set()).add(where))
  }
  for (const { id, sources, contacts, regional } of offers) {
    for (const { url } of sources) name(url, id)
    for (const { kind, value } of [...contacts, ...Object.values(regional).flat()]) {
      if (kind === 'url') name(value, id)
    }
  }
  for (const [ags, { website, source }] of Object.entries(kreise)) {
    for (const url of [website, source]) name(url, `kreise.yaml ${ags}`)
  }
  for (const { url, source, name: office } of offices) {
    for (const address of [url, source]) if (address !== undefined) name(address, `offices.yaml ${office}`)
  }
  for (const [risk, { source }] of risks) name(source.url, `risks.yaml ${risk}`)
  return [...places].map(([url, where]) => ({ url, where: [...where] }))
}
