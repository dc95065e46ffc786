import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accentSheet, contrast, digitsOf, readColour } from '../../src/server/accent.ts'

const digits = fc.stringMatching(/^[0-9a-f]{6}$/)
const colourOf = (written: string) => {
  const colour = readColour(written)
  if (!colour) throw new TypeError(`${written} is no colour`)
  return colour
}
/** The tokens of a sheet, in their order: light, dark, more contrast, more contrast in the dark. */
const tokensOf = (sheet: string) =>
  sheet.split('\n').map(line => {
    const token = (name: string) => colourOf(new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(line)?.[1] ?? '')
    return { accent: token('accent'), soft: token('accent-soft'), on: token('on-accent') }
  })
const grounds = { light: ['#ffffff', '#faf7f1'], dark: ['#15181a', '#1f2326'] }

describe("a site's colour", () => {
  it('is read with and without its sign, long and short, and nothing else is', () => {
    expect(readColour('#0B5563')).toEqual([11, 85, 99])
    expect(readColour('0b5563')).toEqual([11, 85, 99])
    expect(readColour(' #fff ')).toEqual([255, 255, 255])
    for (const written of ['', '#', 'red', '#12', '#12345', '#1234567', 'url(x)', '0b5563;}', '#０b5563'])
      expect(readColour(written)).toBeUndefined()
  })

  it('is written as it was read', () => {
    fc.assert(
      fc.property(digits, written => {
        expect(digitsOf(colourOf(written))).toBe(written)
      }),
    )
  })

  it('can be read on every ground, whatever it is, and what stands on it too', () => {
    fc.assert(
      fc.property(digits, written => {
        const [light, dark, more, moreDark] = tokensOf(accentSheet(colourOf(written)))
        for (const [tokens, on, least] of [
          [light, grounds.light, 4.5],
          [dark, grounds.dark, 4.5],
          [more, grounds.light, 7],
          [moreDark, grounds.dark, 7],
        ] as const) {
          if (!tokens) throw new TypeError('a scheme is missing')
          for (const ground of on)
            expect(contrast(tokens.accent, colourOf(ground))).toBeGreaterThanOrEqual(least - 0.1)
          expect(contrast(tokens.accent, tokens.soft)).toBeGreaterThanOrEqual(least - 0.1)
          expect(contrast(tokens.accent, tokens.on)).toBeGreaterThanOrEqual(4.5)
        }
      }),
    )
  })

  it('stays as it is where it can be read already', () => {
    expect(tokensOf(accentSheet(colourOf('0b5563')))[0]?.accent).toEqual([11, 85, 99])
  })

  it('is held against the grounds of the style sheet', () => {
    const style = readFileSync('widget/style.css', 'utf8')
    const found = [...style.matchAll(/--(?:ground|surface): (#[0-9a-f]{6})/g)].map(([, ground]) => ground)
    expect(found).toEqual(expect.arrayContaining([...grounds.light, ...grounds.dark]))
  })
})

describe('the contrast of two colours', () => {
  it('goes from 1, with itself, to 21, between black and white', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
    fc.assert(
      fc.property(digits, written => {
        expect(contrast(colourOf(written), colourOf(written))).toBe(1)
      }),
    )
  })
})
