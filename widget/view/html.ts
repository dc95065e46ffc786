/** A piece of HTML that is safe to put into a page. */
export class Html {
  constructor(private readonly source: string) {}

  toString(): string {
    return this.source
  }
}

/** JSON for a script element of type application/json: no sequence in it can end the element. */
export const jsonHtml = (data: object): Html => new Html(JSON.stringify(data).replace(/</g, '\\u003c'))

/** A style sheet of ours in the page. */
export const styleHtml = (sheet: string): Html => new Html(`<style>${sheet}</style>`)

/** A drawing of ours in the page. */
export const svgHtml = (drawing: string): Html => new Html(drawing)

type Part = Html | string | number | false | null | undefined | readonly Part[]

/** Writes HTML; everything that is filled in is escaped, unless it is HTML already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let source = strings[0] ?? ''
  let isText = endsInText(source, true)
  for (const [index, part] of parts.entries()) {
    const next = strings[index + 1] ?? ''
    source += render(part, isText) + next
    isText = endsInText(next, isText)
  }
  return new Html(source)
}

/** Whether elements can stand after a piece of a template: within a tag or a title they can't. */
function endsInText(piece: string, before: boolean): boolean {
  const tag = /<(\w*)[^<]*$/.exec(piece)
  if (tag) return piece.lastIndexOf('>') > tag.index && tag[1] !== 'title' && tag[1] !== 'option'
  return /="[^"]*$/.test(piece) ? false : piece.includes('>') || before
}

function render(part: Part, isText: boolean): string {
  if (part instanceof Html) return part.toString()
  if (part === false || part === null || part === undefined) return ''
  if (typeof part === 'string') return (isText ? marked : unmarked)(escaped(part))
  if (typeof part === 'number') return String(part)
  return part.map(one => render(one, isText)).join('')
}

/** Where no element can stand, isolates go: a name that is heard has to be the one that is seen. */
const unmarked = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')

/** Isolates become elements: a German word is said in German, what is typed keeps its order. */
const marked = (text: string): string =>
  text
    .replace(/\u2068/g, '<bdi lang="de" dir="ltr">')
    .replace(/\u2066/g, '<bdi dir="ltr">')
    .replace(/\u2069/g, '</bdi>')

const escapes: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, character => escapes[character] ?? '')
