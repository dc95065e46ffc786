import { describe, expect, it } from 'vitest'
import { clitics } from '../../src/search/clitics.ts'

describe('what an Arabic word can be', () => {
  it('is itself, and itself without what is written onto its beginning', () => {
    expect(clitics('والشغل')).toEqual(expect.arrayContaining(['والشغل', 'شغل', 'الشغل']))
    expect(clitics('بالبيت')).toEqual(expect.arrayContaining(['بالبيت', 'بيت']))
    expect(clitics('للاولاد')).toEqual(expect.arrayContaining(['للاولاد', 'اولاد']))
  })

  it('is itself alone where too little would be left, or in another script', () => {
    expect([clitics('ولد').includes('د'), clitics('wohnung'), clitics('')]).toEqual([
      false,
      ['wohnung'],
      [''],
    ])
  })
})
