import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newCode, readCode, shown } from '../../../src/server/handover/code.ts'
import { hostileTexts } from '../../support/hostile-texts.ts'

const codes = fc.constant(null).map(() => newCode())
const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a code', () => {
  it('is thirteen characters that nobody reads for others, shown in groups', () => {
    fc.assert(
      fc.property(codes, code => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/)
        expect(shown(code)).toMatch(/^.{4}-.{4}-.{5}$/)
      }),
    )
  })

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 2000 }, newCode)).size).toBe(2000)
  })

  it('is read however it was typed: small, with blanks and signs, with letters for digits, in digits of any script', () => {
    fc.assert(
      fc.property(codes, fc.nat(3), (code, way) => {
        const typed = [
          shown(code).toLowerCase(),
          ` ${[...code].join(' ')}\u200f\n`,
          shown(code).replace(/0/g, 'o').replace(/1/g, 'l').replaceAll('-', '–'),
          code.replace(/\d/g, digit => String.fromCharCode(0x0660 + Number(digit))),
        ][way]
        expect(readCode(typed ?? '')).toEqual({ kind: 'code', code })
      }),
    )
  })

  it('with one character wrong is told from a right one, always', () => {
    fc.assert(
      fc.property(codes, fc.nat(12), fc.constantFrom(...characters), (code, at, character) => {
        fc.pre(code[at] !== character)
        expect(readCode(code.slice(0, at) + character + code.slice(at + 1))).toEqual({ kind: 'mistyped' })
      }),
    )
  })

  it('with two neighbours in each other’s place is told from a right one, nearly always', () => {
    const swapped = Array.from({ length: 500 }, newCode).flatMap(code =>
      Array.from({ length: 12 }, (_, at) => [code, at] as const).flatMap(([whole, at]) =>
        whole[at] === whole[at + 1]
          ? []
          : whole.slice(0, at) + whole[at + 1] + whole[at] + whole.slice(at + 2),
      ),
    )
    const unseen = swapped.filter(typed => readCode(typed).kind === 'code')
    expect(unseen.length / swapped.length).toBeLessThan(0.01)
  })

  it('is not made of anything else', () => {
    for (const [, text] of hostileTexts) expect(readCode(text).kind).not.toBe('code')
    expect(readCode('')).toEqual({ kind: 'length' })
    expect(readCode('ABCDEFGHJKMNPQ')).toEqual({ kind: 'length' })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), text => {
        expect(() => readCode(text)).not.toThrow()
      }),
    )
  })
})
