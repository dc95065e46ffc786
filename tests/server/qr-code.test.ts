import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { qrCode } from '../../src/server/pages/qr-code.ts'

const address = 'https://service.example/uk/offers/unterhaltsvorschuss'
const drawn = qrCode(address, 'Ця пропозиція "в інтернеті"').toString()

describe('a code for cameras', () => {
  it('has every dark module of the text, and no other', () => {
    const modules = new Set([...drawn.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`))
    const { data, size } = encode(address, { ecc: 'M', border: 4 })
    const expected = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `${x},${y}` : [])))
    expect(modules).toEqual(new Set(expected))
    expect(drawn).toContain(`viewBox="0 0 ${size} ${size}"`)
  })

  it('has a name for who can’t see it, and stands dark on light in every scheme', () => {
    expect(drawn).toContain('role="img" aria-label="Ця пропозиція &quot;в інтернеті&quot;"')
    expect(drawn).toContain('fill="#fff"')
    expect(drawn).not.toContain('style=')
  })
})
