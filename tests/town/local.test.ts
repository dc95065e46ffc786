import { describe, expect, it } from 'vitest'
import { createLocalFinder } from '../../src/town/local.ts'

const about = { checked: '2026-11-20', phone: '115' }
const find = createLocalFinder([
  { ...about, name: 'city', place: '06412000', topics: ['money'] },
  { ...about, name: 'kreis', place: '06531', topics: ['money'] },
  { ...about, name: 'town', place: '06531005', topics: ['money'] },
  { ...about, name: 'shelter', place: '06531', offers: ['frauenhaus'], topics: ['safety'] },
])
const offer = { id: 'wohngeld', topics: ['housing', 'money'], urgency: 'normal' }
const names = (...told: Parameters<typeof find>) => find(...told).map(({ name }) => name)

describe('contacts of the place', () => {
  it('are those of the own municipality, then those of the own Kreis, and of no other', () => {
    expect(names(offer, { kreis: '06531', gemeinde: '06531005' })).toEqual(['town', 'kreis'])
    expect(names(offer, { kreis: '06531', gemeinde: '06531006' })).toEqual(['kreis'])
    expect(names(offer, { kreis: '06531' })).toEqual(['kreis'])
    expect(names(offer, { kreis: '06412' })).toEqual(['city'])
    expect(names(offer, { kreis: '06432' })).toEqual([])
    expect(names(offer, {})).toEqual([])
  })

  it('are all where nobody is asked for', () => {
    expect(names(offer, undefined)).toEqual(['city', 'kreis', 'town'])
  })

  it('stand with help in danger only where the town names that offer', () => {
    const danger = { topics: ['safety', 'money'], urgency: 'danger' }
    expect(names({ id: 'polizei', ...danger }, { kreis: '06531' })).toEqual([])
    expect(names({ id: 'frauenhaus', ...danger }, { kreis: '06531' })).toEqual(['shelter'])
  })
})
