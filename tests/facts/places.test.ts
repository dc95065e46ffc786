import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGazetteer, factsOfPlace } from '../../src/facts/places.ts'
import { plainIndex, smallRegions } from '../support/small-regions.ts'

const gazetteer = createGazetteer(smallRegions, plainIndex)
const resolve = (typed: string) => gazetteer.resolve(typed).map(({ ags }) => ags)
const find = (typed: string, limit = 10) => gazetteer.find(typed, limit).map(({ ags }) => ags)

const allKeys = [...smallRegions.kreise, ...smallRegions.gemeinden].map(({ ags }) => ags)
const typedText = fc.oneof(
  fc.string(),
  fc.constantFrom(...allKeys, ...Object.keys(smallRegions.postalCodes)),
  fc.integer({ min: 0, max: 99_999_999 }).map(String),
  fc.constantFrom('60', '600', '6000', 'Alt', 'Altdorf', 'Norden', 'Mitte', 'N', ''),
)

describe('the place of a key', () => {
  it('is the municipality with its Kreis, or the Kreis itself', () => {
    expect(gazetteer.place('06901002')).toEqual({
      name: 'Neudorf',
      ags: '06901002',
      kreis: '06901',
      kreisName: 'Landkreis Norden',
    })
    expect(gazetteer.place('06902')).toEqual({
      name: 'Südkreis',
      ags: '06902',
      kreis: '06902',
      kreisName: 'Südkreis',
    })
    expect(gazetteer.place('06999')).toBeUndefined()
    expect(gazetteer.place('constructor')).toBeUndefined()
  })

  it('is what the key itself resolves to', () => {
    for (const ags of allKeys) expect(resolve(ags)).toEqual([ags])
  })
})

describe('a postal code', () => {
  it('settles the municipality where it has only one', () => {
    expect(resolve('60003')).toEqual(['06903000'])
    expect(resolve(' 60101 ')).toEqual(['06902002'])
  })

  it('settles the Kreis where it has several municipalities in one', () => {
    expect(resolve('60001')).toEqual(['06901'])
  })

  it('leaves the choice to the person where it crosses Kreise', () => {
    expect(resolve('60002')).toEqual(['06901002', '06902001'])
  })

  it('means nothing where nobody in Hesse has it', () => {
    expect(resolve('10115')).toEqual([])
    expect(resolve('600')).toEqual([])
  })

  it('may be written in Arabic or Persian digits', () => {
    const written = (zero: number) => (code: string) =>
      code.replace(/\d/g, digit => String.fromCharCode(zero + Number(digit)))
    for (const code of Object.keys(smallRegions.postalCodes)) {
      expect(resolve(written(0x0660)(code))).toEqual(resolve(code))
      expect(resolve(written(0x06f0)(code))).toEqual(resolve(code))
    }
  })

  it('brings the places of all codes that begin like it, while it is being typed', () => {
    expect(find('60')).toEqual(['06901001', '06901002', '06902001', '06903000', '06902002', '06902003'])
    expect(find('600')).toEqual(['06901001', '06901002', '06902001', '06903000'])
    expect(find('60101')).toEqual(['06902002'])
    expect(find('99')).toEqual([])
  })
})

describe('a name', () => {
  it('leads to its municipality', () => {
    expect(resolve('Neudorf')).toEqual(['06901002'])
    expect(resolve('Altdorf am Main')).toEqual(['06901001'])
  })

  it('may be left without its addition, and then means every place of that name', () => {
    expect(resolve('Altdorf')).toEqual(['06901001', '06902001'])
  })

  it('means the town and the Landkreis where both are called so', () => {
    expect(resolve('Norden').sort()).toEqual(['06901', '06902002'])
    expect(resolve('Landkreis Norden')).toEqual(['06901'])
  })

  it('means a kreisfreie Stadt once, as a municipality', () => {
    expect(resolve('Mitte')).toEqual(['06903000'])
  })

  it('means what is called exactly so before what only begins so', () => {
    const regions = {
      ...smallRegions,
      gemeinden: [...smallRegions.gemeinden, { ags: '06902004', name: 'Neudorfheim' }],
    }
    const places = createGazetteer(regions, plainIndex)
    expect(places.resolve('Neudorf').map(({ ags }) => ags)).toEqual(['06901002'])
    expect(places.resolve('Neudo').map(({ ags }) => ags)).toEqual(['06901002', '06902004'])
  })
})

describe('whatever somebody types', () => {
  it('finds places that exist, each once and no more than asked for', () => {
    fc.assert(
      fc.property(typedText, fc.integer({ min: 1, max: 5 }), (typed, limit) => {
        const found = gazetteer.find(typed, limit)
        expect(found.length).toBeLessThanOrEqual(limit)
        expect(new Set(found).size).toBe(found.length)
        for (const place of found) expect(gazetteer.place(place.ags)).toBe(place)
      }),
    )
  })

  it('resolves to places that exist, each once', () => {
    fc.assert(
      fc.property(typedText, typed => {
        const found = gazetteer.resolve(typed)
        expect(new Set(found).size).toBe(found.length)
        for (const place of found) expect(gazetteer.place(place.ags)).toBe(place)
      }),
    )
  })
})

describe('the facts of a place', () => {
  it('are Kreis and municipality, or the Kreis alone', () => {
    for (const ags of allKeys) {
      const kreis = gazetteer.place(ags)?.kreis
      expect(factsOfPlace(ags)).toEqual(ags.length === 8 ? { kreis, gemeinde: ags } : { kreis })
    }
  })
})
