import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml'
import { exampleLogo, exampleText, faultsOfTown, readingOf, townOf } from '../support/towns.ts'

/** A stretch of the example: from, to, and the line on which it stands. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly line: number
}

const lineAt = (offset: number): number => exampleText.slice(0, offset).split('\n').length
const stretch = (range: readonly number[]): Stretch => {
  const [from = 0, to = 0] = range
  return { from, to, line: lineAt(from) }
}

/** Every value of the example that is no map and no list, and every key. */
const values: Stretch[] = []
const keys: Stretch[] = []
visit(parseDocument(exampleText), {
  Scalar(at, { range }) {
    if (range && at !== 'key') values.push(stretch(range))
  },
  Pair(_, { key }) {
    if (isScalar(key) && key.range) keys.push(stretch(key.range))
  },
})

const instead = ({ from, to }: Stretch, text: string): string =>
  exampleText.slice(0, from) + text + exampleText.slice(to)
const linesOf = (faults: readonly string[]): readonly number[] =>
  faults.map(fault => Number.parseInt(fault, 10))
/** The example with one line put in the place of another. */
const withLine = (line: string, other: string): string => {
  expect(exampleText).toContain(`${line}\n`)
  return exampleText.replace(`${line}\n`, `${other}\n`)
}

describe('the example of a town’s file', () => {
  it('is right, names every field there is, and has no warning', () => {
    const reading = readingOf(exampleText)
    expect(reading).toMatchObject({ ok: true, warnings: [] })
    expect(Object.keys(townOf(exampleText)).sort()).toEqual(
      [
        'name',
        'logo',
        'colours',
        'kreise',
        'languages',
        'topics',
        'sites',
        'imprint',
        'privacy',
        'accessibility',
        'controller',
        'dataProtectionOfficer',
        'accessibilityContact',
        'contacts',
      ].sort(),
    )
  })

  it('holds nothing of anybody: example domains, and numbers that the Bundesnetzagentur keeps free', () => {
    const hosts = [...exampleText.matchAll(/(?:https:\/\/|@)([\w.-]+)/g)].map(([, host]) => host)
    expect(hosts.length).toBeGreaterThan(8)
    expect(hosts.filter(host => !/(^|\.)example\.org$/.test(host ?? ''))).toEqual([])
    const phones = [...exampleText.matchAll(/\+\d+/g)].map(([phone]) => phone)
    expect(phones.length).toBeGreaterThan(4)
    expect(phones.filter(phone => /^\+496990009\d{3}$/.test(phone) || phone === '+49')).toEqual(phones)
  })

  it('is refused with the line, whichever single value is spoilt', () => {
    expect(values.length).toBeGreaterThan(45)
    const spoilt = fc.constantFrom(
      '{}',
      '[]',
      '""',
      '12',
      'null',
      '"a\\u202eb"',
      '"a\\nb"',
      'true',
      '{ a: b }',
    )
    fc.assert(
      fc.property(fc.constantFrom(...values), spoilt, (value, text) => {
        expect(linesOf(faultsOfTown(instead(value, text)))).toContain(value.line)
      }),
      { numRuns: 600 },
    )
  })

  it('is refused with the line, whichever key is mistyped', () => {
    for (const key of keys) {
      const mistyped = `${exampleText.slice(key.from, key.to)}x`
      expect(linesOf(faultsOfTown(instead(key, mistyped))), mistyped).toContain(key.line)
    }
  })

  it('is refused where a part is missing that has to be there', () => {
    const document = parseDocument(exampleText)
    expect(isMap(document.contents) && document.contents.items.every(item => isPair(item))).toBe(true)
    expect(isSeq(document.get('contacts'))).toBe(true)
    for (const path of [
      ['name'],
      ['controller', 'email'],
      ['controller', 'address'],
      ['contacts', 0, 'name'],
      ['contacts', 0, 'place'],
      ['contacts', 0, 'checked'],
    ]) {
      const without = parseDocument(exampleText)
      without.deleteIn(path)
      expect(faultsOfTown(String(without)).join(), path.join('.')).toContain(`${path.join('.')}: is missing`)
    }
  })
})

describe('a fault in a town’s file', () => {
  it.each([
    [
      'an unknown field',
      'accessibility: https://www.beispielstadt.example.org/barrierefreiheit',
      'accessibilty: https://www.beispielstadt.example.org/barrierefreiheit',
      /there is no field accessibilty here; the fields are name/,
    ],
    ['an unknown topic', '  - german', '  - deutsch', /topics\.1: must be a topic: one of arrival, /],
    [
      'a language that is not spoken',
      '  - fa',
      '  - xx',
      /languages\.5: the service does not speak "xx"; it speaks de, /,
    ],
    [
      'an unknown offer',
      '      - wir-vielfaltszentrum',
      '      - wohngeldd',
      /offers\.0: there is no offer "wohngeldd"/,
    ],
    [
      'a Kreis outside of Hesse',
      '  - "06412"',
      '  - "09162"',
      /kreise\.0: must be the key \(AGS\) of a Kreis in Hesse/,
    ],
    [
      'a Kreis that is not there',
      '  - "06412"',
      '  - "06999"',
      /no Kreis or municipality with the key "06999"/,
    ],
    ['a key without quotation marks', '  - "06412"', '  - 06412', /in quotation marks, such as "06412"/],
    [
      'another form of a phone number',
      '    phone: "+496990009124"',
      '    phone: 069 90009124',
      /with \+49 and without blanks/,
    ],
    [
      'a phone number without quotation marks',
      '    phone: "+496990009124"',
      '    phone: +496990009124',
      /in quotation marks/,
    ],
    [
      'http',
      'imprint: https://www.beispielstadt.example.org/impressum',
      'imprint: http://www.beispielstadt.example.org',
      /imprint: must be an address that begins with https/,
    ],
    [
      'a site with a path',
      '  - https://www.beispielstadt.example.org',
      '  - https://www.beispielstadt.example.org/a',
      /without a path/,
    ],
    [
      'a colour without quotation marks',
      '  accent: "#8a4b08"',
      '  accent: #8a4b08',
      /colours\.accent: must be a colour in quotation marks/,
    ],
    [
      'a date in the future',
      '    checked: 2026-11-20\n  - name',
      '    checked: 2026-11-27\n  - name',
      /2026-11-27 has not come yet/,
    ],
    [
      'a date in another form',
      '    checked: 2026-11-20\n  - name',
      '    checked: 20.11.2026\n  - name',
      /such as 2026-11-26/,
    ],
    ['a language that nobody speaks', '      - ti', '      - qqx', /there is no language "qqx"/],
    [
      'a logo that is not there',
      'logo: town.example.svg',
      'logo: other.svg',
      /logo: there is no file "other\.svg"/,
    ],
  ])('says what is wrong and what it takes: %s', (_, line, other, reason) => {
    const at = line.split('\n')[0] ?? ''
    expect(exampleText).toContain(line)
    const [fault = '', ...others] = faultsOfTown(exampleText.replace(line, other))
    expect(fault).toMatch(reason)
    expect(linesOf([fault])).toEqual([lineAt(exampleText.indexOf(`${at}\n`))])
    expect(others).toEqual([])
  })

  it('is told for a contact that nobody could reach, and for one that no offer shows', () => {
    const reduced = 'name: A\ncontacts:\n  - name: B\n    place: "06412"\n    checked: 2026-11-20\n'
    expect(faultsOfTown(`${reduced}    topics: [money]\n`).join()).toMatch(/needs a way to reach it/)
    expect(faultsOfTown(`${reduced}    phone: "115"\n`).join()).toMatch(/needs offers or topics/)
    expect(faultsOfTown(`${reduced}    phone: "115"\n    topics: [money]\n`)).toEqual([])
  })

  it('is told for what is no YAML, for an empty file and for a logo that is too large', () => {
    expect(faultsOfTown('name: "a\n')[0]).toMatch(/^\d+: /)
    expect(faultsOfTown('')[0]).toMatch(/^1: must be these fields/)
    const large = new Uint8Array(51 * 1024)
    large.set(exampleLogo)
    expect(faultsOfTown(exampleText, large).join()).toMatch(
      /logo: the logo is too large: 51 KB; it takes at most 50 KB/,
    )
  })

  it('is a warning alone where a contact was checked over a year ago', () => {
    const reading = readingOf(exampleText, exampleLogo, '2027-11-21')
    expect(reading.ok).toBe(true)
    expect(reading.warnings.map(({ reason }) => reason).join()).toMatch(
      /contacts\.0\.checked: .*over a year ago/,
    )
    expect(readingOf(exampleText, exampleLogo, '2027-11-20').warnings).toEqual([])
  })
})

describe('a town’s file', () => {
  it('needs a name alone', () => {
    expect(townOf('name: Kleinstadt\n')).toEqual({ name: 'Kleinstadt' })
  })

  it('takes one text for the hours as German', () => {
    expect(townOf(exampleText).contacts?.[1]?.hours).toEqual({ de: 'nach Vereinbarung' })
    expect(
      faultsOfTown(withLine('      de: Montag bis Freitag 9 bis 12 Uhr', '      uk: з 9 до 12')).join(),
    ).toMatch(/hours: must have the German text/)
  })
})
