import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolated, unmarked } from '../../src/i18n/marks.ts'

const [german, typed, end] = ['\u2068', '\u2066', '\u2069']

describe('a text as it is said', () => {
  it('isolates a German word and what is typed', () => {
    expect(isolated('das <de>Jugendamt</de> hilft: <ltr>112</ltr>', 'ltr')).toBe(
      `das ${german}Jugendamt${end} hilft: ${typed}112${end}`,
    )
  })

  it('isolates addresses and long numbers by itself where the language runs from right to left', () => {
    expect(isolated('انظر bamf.de/kurse أو 0800 111 0 111', 'rtl')).toBe(
      `انظر ${typed}bamf.de/kurse${end} أو ${typed}0800\u00a0111\u00a00\u00a0111${end}`,
    )
    expect(isolated('see bamf.de', 'ltr')).toBe('see bamf.de')
    expect(isolated('<de>vamv-hessen.de</de>', 'rtl')).toBe(`${german}vamv-hessen.de${end}`)
  })

  it('breaks no line within a paragraph or a number', () => {
    expect(isolated('§ 25 Abs. 3, 0800 22', 'ltr')).toBe('§\u00a025 Abs.\u00a03, 0800\u00a022')
  })

  it('has as many ends as beginnings, and loses no letter', () => {
    const part = fc.oneof(
      fc.string().map(text => text.replace(/[<>\u2066-\u2069]/g, '')),
      fc.constantFrom('<de>Duldung</de>', '<ltr>60311</ltr>', 'bamf.de', '0800 1110111', 'سؤال', '§ 24'),
    )
    fc.assert(
      fc.property(fc.array(part), fc.constantFrom('ltr', 'rtl'), (parts, dir) => {
        const text = parts.join(' ')
        const said = isolated(text, dir)
        const count = (pattern: RegExp) => said.match(pattern)?.length ?? 0
        expect(count(/[\u2066\u2068]/g)).toBe(count(/\u2069/g))
        expect(said.replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ')).toBe(
          unmarked(text).replaceAll('\u00a0', ' '),
        )
      }),
    )
  })
})
