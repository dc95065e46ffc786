import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../src/i18n/read.ts'
import { createSpeeches } from '../../src/i18n/speech.ts'
import { viewWords } from '../../src/server/pages/words.ts'
import { html, jsonHtml } from '../../widget/view/html.ts'
import { talkView } from '../../widget/view/talk.ts'
import type { Words } from '../../widget/view/words.ts'
import { formsOf } from '../support/html-forms.ts'
import { readHtml, skeleton, textsIn } from '../support/html-tokens.ts'
import { arbitraryShape, type Shape, screenOf } from '../support/talk-turns.ts'

const speeches = createSpeeches(readLocales('locales'))
const german = speeches.of('de')
const words = viewWords(german, german)

/** Texts as an attacker would write them, and any others. */
const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...`<>"'&;=/\`ax \n\t!-\\$\u0000\u2028`), minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    '</button></form></section>',
    '<!-- ',
    ']]>',
    '&lt;b&gt;',
    '&amp;lt;',
    '$&',
    '$1',
    '{{number}}',
    '\u0000',
    'javascript:alert(1)',
  ),
)

/** A mark that no text of ours holds. */
const mark = '\ue000'

/** A text as it stands in the query of an address: where a map is asked for one. */
const inQuery = (text: string): string => `${new URLSearchParams({ q: text })}`.slice(2)

/** The page of a screen in which every text is the given one, with the name of its place behind it. */
const pageWith = (shape: Shape, text: string, spoken: Words = words) => {
  const of = (place: string) => `${text}${place}`
  const setting = { words: spoken, icons: of('/icons.svg'), action: of('/'), resume: of('token') }
  return readHtml(talkView(setting, screenOf(shape, of), 2026).toString())
}

describe('the page of a talk', () => {
  it('has the same elements and attributes whatever the texts are', () => {
    fc.assert(
      fc.property(arbitraryShape, anyText, (shape, text) => {
        expect(skeleton(pageWith(shape, text))).toEqual(skeleton(pageWith(shape, mark)))
      }),
      { numRuns: 400 },
    )
  })

  it('shows every text exactly as it came', () => {
    fc.assert(
      fc.property(arbitraryShape, anyText, (shape, text) => {
        const expected = textsIn(pageWith(shape, mark)).map(shown =>
          shown.replaceAll(mark, () => text).replaceAll(inQuery(mark), () => inQuery(text)),
        )
        expect(textsIn(pageWith(shape, text))).toEqual(expected)
      }),
      { numRuns: 400 },
    )
  })

  it('has the same elements and attributes whatever the words of the interface are', () => {
    fc.assert(
      fc.property(arbitraryShape, anyText, (shape, text) => {
        const spoken = {
          ...words,
          texts: Object.fromEntries(Object.keys(words.texts).map(key => [key, text])),
        }
        expect(skeleton(pageWith(shape, 'x', spoken))).toEqual(skeleton(pageWith(shape, 'x')))
      }),
      { numRuns: 200 },
    )
  })

  it('has words for everything that it says, in every language', () => {
    const keys = new Set(Object.keys(words.texts).map(key => key.split('.')[0]))
    const isKey = (text: string) =>
      /^[a-z]+\.[A-Za-z.]+$/.test(text.trim()) && keys.has(text.trim().split('.')[0])
    fc.assert(
      fc.property(arbitraryShape, fc.constantFrom(...speeches.languages), (shape, speech) => {
        const texts = textsIn(pageWith(shape, mark, viewWords(speech, german)))
        expect(texts.filter(text => isKey(text) || /\{\{|\}\}|undefined|\[object/.test(text))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('leads every form to the same place and gives it the token', () => {
    fc.assert(
      fc.property(arbitraryShape, shape => {
        const forms = formsOf(pageWith(shape, mark))
        expect(forms.filter(({ action }) => action.replace(/#.*$/, '') !== `${mark}/`)).toEqual([])
        for (const { controls } of forms) {
          const hidden = controls.filter(({ kind, name }) => kind === 'hidden' && name === 'resume')
          expect(hidden.map(({ value }) => value)).toEqual([`${mark}token`])
        }
        expect(forms.length).toBeGreaterThan(0)
      }),
      { numRuns: 50 },
    )
  })

  it('puts the help in danger before everything else', () => {
    fc.assert(
      fc.property(arbitraryShape, shape => {
        const [first] = pageWith({ ...shape, isUrgent: true }, mark).filter(({ kind }) => kind === 'open')
        expect(first).toMatchObject({
          name: 'section',
          attributes: expect.arrayContaining([['class', shape.hasExtras ? 'urgent known' : 'urgent']]),
        })
      }),
      { numRuns: 30 },
    )
  })
})

describe('a piece of HTML', () => {
  it('escapes what is filled in, as text and in an attribute', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(readHtml(html`<p title="${text}">${text}</p>`.toString())).toEqual([
          { kind: 'open', name: 'p', attributes: [['title', text]] },
          { kind: 'text', text },
          { kind: 'close', name: 'p' },
        ])
      }),
    )
  })

  it('leaves no sign of a tag or of a quotation in what is filled in', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(html`${text}`.toString()).not.toMatch(/[<>"']/)
      }),
    )
  })

  it('takes HTML as it is, lists in their order, and leaves out what is nothing', () => {
    const inner = html`<b>${'a & b'}</b>`
    expect(html`${inner}${[inner, ['<', 1]]}${null}${undefined}${false}${0}${''}`.toString()).toBe(
      '<b>a &amp; b</b><b>a &amp; b</b>&lt;10',
    )
  })
})

describe('data in a page', () => {
  it('cannot end its script element, and is read as it was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), anyText, (value, text) => {
        const data = { value, text, [text]: '</script><!--' }
        const written = jsonHtml(data).toString()
        expect(written).not.toContain('<')
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(data)))
      }),
    )
  })
})

describe('the reader of HTML', () => {
  it.each([
    '<p>',
    '</p>',
    '<p></b>',
    '<p>a < b</p>',
    '<p>a > b</p>',
    '<p title=x></p>',
    `<p title='x'></p>`,
    '<p title="a"b"></p>',
    '<p>&copy;</p>',
    '<p>a & b</p>',
    '<!-- -->',
    '<p class="a" class="b"></p>',
    '<P></P>',
  ])('takes nothing for a page that is not well written: %s', source => {
    expect(() => readHtml(source)).toThrow(SyntaxError)
  })

  it('reads what is well written', () => {
    expect(readHtml('<p class="a &amp; b" hidden>&lt;x&gt;<br><use href="#a"/></p>')).toEqual([
      {
        kind: 'open',
        name: 'p',
        attributes: [
          ['class', 'a & b'],
          ['hidden', ''],
        ],
      },
      { kind: 'text', text: '<x>' },
      { kind: 'open', name: 'br', attributes: [] },
      { kind: 'open', name: 'use', attributes: [['href', '#a']] },
      { kind: 'close', name: 'p' },
    ])
  })
})
