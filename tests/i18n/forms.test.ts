import { describe, expect, it } from 'vitest'
import { baseOf, languagesProper } from '../../src/i18n/forms.ts'
import { smallArabic, smallGerman } from '../support/small-locales.ts'

describe('a form of a language', () => {
  it('belongs to the language before the hyphen, where that is there', () => {
    const codes = ['de', 'de-simple', 'pt-BR', 'uk']
    expect(codes.map(code => baseOf(code, codes))).toEqual([undefined, 'de', undefined, undefined])
  })

  it('is none of the languages that hear and are written in their own way', () => {
    const named = (code: string) => ({ ...smallGerman, language: { ...smallGerman.language, code } })
    const all = [smallGerman, named('de-simple'), named('pt-BR'), smallArabic]
    expect(languagesProper(all).map(({ language }) => language.code)).toEqual(['de', 'pt-BR', 'ar'])
  })
})
