import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv } from '../../../src/server/operator/csv.ts'
import { readCsv } from '../../support/read-csv.ts'

describe('CSV', () => {
  it('is read back as it was written, whatever texts hold', () => {
    const cell = fc.oneof(
      fc.integer().map(String),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('a,b', 'a"b', '"', 'a\r\nb', '\n', ''),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), rows => {
        const plain = rows.map(row => row.map(text => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)))
        expect(readCsv(csv(rows))).toEqual(plain)
      }),
    )
  })

  it('begins with a mark of byte order, and ends each row as the standard says', () => {
    expect(
      csv([
        ['a', 1],
        ['ä', 2],
      ]),
    ).toBe('\uFEFFa,1\r\nä,2\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'makes a text of %j, which a spreadsheet would work out',
    text => {
      expect(readCsv(csv([[text, 'b']]))).toEqual([[`'${text}`, 'b']])
    },
  )

  it('leaves numbers alone, negative ones too', () => {
    expect(csv([[-1, 2]])).toBe('\uFEFF-1,2\r\n')
  })
})
