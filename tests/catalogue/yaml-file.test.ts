import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseYaml } from '../../src/catalogue/yaml-file.ts'

const shelf = z.strictObject({
  name: z.string(),
  books: z.array(z.strictObject({ title: z.string(), pages: z.int().default(100) })),
})

const good = `name: Ecke
books:
  - title: Faust
    pages: 200
  - { title: Effi Briest }
`

const parse = (text: string) => parseYaml('shelf.yaml', text, shelf)

describe('a YAML file', () => {
  it('is read against its schema, defaults and all', () => {
    const read = parse(good)
    expect(read.ok && read.parsed.value).toEqual({
      name: 'Ecke',
      books: [
        { title: 'Faust', pages: 200 },
        { title: 'Effi Briest', pages: 100 },
      ],
    })
  })

  it('knows the line of each value, and of the nearest one around it where there is none', () => {
    const read = parse(good)
    if (!read.ok) throw new Error('the shelf has a fault')
    const lines = [
      ['name'],
      ['books', 0, 'title'],
      ['books', 0, 'pages'],
      ['books', 1, 'title'],
      ['books', 1, 'pages'],
    ]
    expect(lines.map(read.parsed.lineOf)).toEqual([1, 3, 4, 5, 5])
    expect(read.parsed.lineOf(['nowhere'])).toBe(1)
  })

  it('names every fault with file, line, path and reason', () => {
    expect(parse(good.replace('Faust', '1808').replace('name: Ecke', 'name: 3'))).toEqual({
      ok: false,
      faults: [
        { file: 'shelf.yaml', line: 1, reason: expect.stringMatching(/^name: .*string/) },
        { file: 'shelf.yaml', line: 3, reason: expect.stringMatching(/^books\.0\.title: .*string/) },
      ],
    })
  })

  it.each([
    ['a bracket that nobody closes', good.replace('{ title: Effi Briest }', '{ title: Effi Briest'), 6],
    ['a key that stands there twice', good.replace('    pages: 200', '    pages: 200\n    pages: 300'), 5],
    ['a tab as indentation', good.replace('    pages', '\tpages'), 4],
  ])('is refused for %s', (_, text, line) => {
    const read = parse(text)
    expect(read.ok ? [] : read.faults).toContainEqual({
      file: 'shelf.yaml',
      line,
      reason: expect.any(String),
    })
  })

  it('is refused where it is empty', () => {
    expect(parse('')).toMatchObject({ ok: false, faults: [{ file: 'shelf.yaml', line: 1 }] })
  })
})
