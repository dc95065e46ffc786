import { describe, expect, it } from 'vitest'
import type { Office } from '../../src/catalogue/offices.ts'
import { createOfficeFinder } from '../../src/catalogue/responsible.ts'

const office = (kind: Office['kind'], name: string, ...area: string[]): Office => ({
  kind,
  name,
  area,
  source: 'https://www.example.org',
  checked: '2026-11-21',
  state: 'read',
})

const find = createOfficeFinder([
  office('jugendamt', 'of the city', '06531005'),
  office('jugendamt', 'of the Kreis', '06531', '06532'),
  office('familienkasse', 'of Hesse', '06'),
])

describe('the office that is responsible', () => {
  it('is that of the municipality, before that of the Kreis, before that of Hesse', () => {
    expect(find('jugendamt', { kreis: '06531', gemeinde: '06531005' })?.name).toBe('of the city')
    expect(find('jugendamt', { kreis: '06531', gemeinde: '06531001' })?.name).toBe('of the Kreis')
    expect(find('jugendamt', { kreis: '06532' })?.name).toBe('of the Kreis')
    expect(find('familienkasse', { kreis: '06531' })?.name).toBe('of Hesse')
  })

  it('is not known where none of its kind is listed, and without a place only one for all of Hesse is', () => {
    expect(find('jugendamt', { kreis: '06411' })).toBeUndefined()
    expect(find('sozialamt', { kreis: '06531' })).toBeUndefined()
    expect(find('jugendamt', {})).toBeUndefined()
    expect(find('familienkasse', {})?.name).toBe('of Hesse')
  })
})
