import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../src/catalogue/read.ts'
import { createGazetteer, factsOfPlace } from '../../src/facts/places.ts'
import { factsSchema } from '../../src/facts/schema.ts'
import { createNameIndex } from '../../src/search/names.ts'

const { regions, kreise: websites, offices } = readCatalogue('catalogue')
const gazetteer = createGazetteer(regions, createNameIndex)
const resolve = (typed: string) => gazetteer.resolve(typed).map(({ ags }) => ags)
const kreise = regions.kreise.map(({ ags }) => ags)

describe('the table of regions', () => {
  it('holds the 21 Landkreise, the 6 kreisfreie Städte and the 421 municipalities of Hesse', () => {
    const of = (wanted: string) => regions.kreise.filter(({ type }) => type === wanted).length
    expect([of('Landkreis'), of('kreisfreie Stadt'), regions.gemeinden.length]).toEqual([21, 6, 421])
    expect(new Set([...kreise, ...regions.gemeinden.map(({ ags }) => ags)]).size).toBe(27 + 421)
  })

  it('puts every municipality into a Kreis that there is', () => {
    expect(regions.gemeinden.filter(({ ags }) => !kreise.includes(ags.slice(0, 5)))).toEqual([])
  })

  it('has a postal code for every municipality, and no code for a place that there is not', () => {
    const coded = new Set(Object.values(regions.postalCodes).flat())
    const known = new Set(regions.gemeinden.map(({ ags }) => ags))
    expect([...coded].filter(ags => !known.has(ags))).toEqual([])
    expect([...known].filter(ags => !coded.has(ags))).toEqual([])
  })

  it('has the web address of every Kreis', () => {
    const own = Object.keys(websites)
    expect(own.filter(ags => ags.length === 5).sort()).toEqual([...kreise].sort())
    const known = new Set(regions.gemeinden.map(({ ags }) => ags))
    expect(own.filter(ags => ags.length === 8 && !known.has(ags))).toEqual([])
  })
})

describe('every office', () => {
  const known = new Set(['06', ...kreise, ...regions.gemeinden.map(({ ags }) => ags)])

  it('is responsible for places that there are', () => {
    expect(offices.flatMap(({ area }) => area).filter(ags => !known.has(ags))).toEqual([])
  })

  it('is the only one of its kind with that area', () => {
    const areas = offices.flatMap(({ kind, area }) => area.map(ags => `${kind} ${ags}`))
    expect(areas.filter((area, index) => areas.indexOf(area) !== index)).toEqual([])
  })
})

describe('every place', () => {
  it('is found by its key and by its whole name', () => {
    for (const { ags, name } of regions.gemeinden) {
      expect(resolve(ags)).toEqual([ags])
      expect(resolve(name)).toContain(ags)
    }
    for (const { ags, name, type } of regions.kreise) {
      expect(resolve(ags)).toEqual([ags])
      if (type === 'Landkreis') expect(resolve(name)).toContain(ags)
    }
  })

  it('settles facts that the schema takes, with the Kreis in which it lies', () => {
    for (const ags of [...kreise, ...regions.gemeinden.map(place => place.ags)]) {
      const facts = factsOfPlace(ags)
      expect(factsSchema.parse(facts)).toEqual(facts)
      expect(facts.kreis).toBe(gazetteer.place(ags)?.kreis)
    }
  })
})

describe('every postal code', () => {
  it('settles the place, or leaves a choice in which all of its Kreise are', () => {
    for (const [code, places] of Object.entries(regions.postalCodes)) {
      const found = gazetteer.resolve(code)
      const among = new Set(places.map(ags => ags.slice(0, 5)))
      expect(new Set(found.map(({ kreis }) => kreis))).toEqual(among)
      expect(found.length === 1).toBe(among.size === 1)
    }
  })
})
