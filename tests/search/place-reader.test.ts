import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../src/catalogue/read.ts'
import { createPlaceReader } from '../../src/search/place-reader.ts'
import { namedPlaces, placesOfPostalCodes } from '../../src/server/place-names.ts'
import { hostileTexts, longTexts } from '../support/hostile-texts.ts'

const { regions } = readCatalogue('catalogue')
const names = namedPlaces(regions)
const read = createPlaceReader(names, placesOfPostalCodes(regions), word => word === 'wetter')

describe('the place that a query names', () => {
  it.each([
    ['Wohngeld Kassel', '06611000', 'wohngeld'],
    ['Tafel Landkreis Kassel', '06633', 'tafel'],
    ['Deutschkurs 60311', '06412000', 'deutschkurs'],
    ["Kassel'de Almanca kursu", '06611000', 'de almanca kursu'],
    ['kurs w Kasselu', '06611000', 'kurs w'],
    ['курси у Франкфурті', '06412000', 'курси у'],
    ['دورة لغة في كاسل', '06611000', 'دوره لغه في'],
    ['Kurs Offenbach am Main', '06413000', 'kurs'],
    ['curs de germana Giessen', '06531005', 'curs de germana'],
    ['Beratung Wetteraukreis', '06440', 'beratung'],
  ])('%s', (query, ags, rest) => {
    const place = read(query)
    expect(place?.ags).toBe(ags)
    expect(place?.rest.replace(/^de /, '')).toBe(rest.replace(/^de /, ''))
  })

  it('is none where a small place has the name of a word, where there are two, and where there is none', () => {
    expect([read('Wetter morgen'), read('Kassel oder Fulda'), read('Kindergeld')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is each town of its own name', () => {
    const counted = new Map<string, number>()
    for (const { name } of names) counted.set(name, (counted.get(name) ?? 0) + 1)
    const lost = names
      .filter(({ name }) => counted.get(name) === 1 && !/[()/]/.test(name) && name !== 'Wetter')
      .filter(({ name, ags }) => read(`Hilfe ${name}`)?.ags !== ags)
    expect(lost.length / names.length, JSON.stringify(lost.slice(0, 10))).toBeLessThanOrEqual(0.03)
  })

  it.each([...hostileTexts, ...longTexts])('is none in %s', (_, text) => {
    expect(read(text)).toBeUndefined()
  })
})
