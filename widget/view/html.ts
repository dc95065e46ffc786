/** A piece of HTML that is safe to put into a page. */
export class Html {
  constructor(private readonly source: string) {}

  toString(): string {
    return this.source
  }
}

/** JSON for a script element of type application/json: no sequence in it can end the element. */
export const jsonHtml = (data: object): Html => new Html(JSON.stringify(data).replace(/</g, '\\u003c'))

type Part = Html | string | number | false | null | undefined | readonly Part[]

/** Writes HTML; everything that is filled in is escaped, unless it is HTML already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let source = strings[0] ?? ''
  for (const [index, part] of parts.entries()) source += render(part) + (strings[index + 1] ?? '')
  return new Html(source)
}

function render(part: Part): string {
  if (part instanceof Html) return part.toString()
  if (part === false || part === null || part === undefined) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  return part.map(render).join('')
}

const escapes: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, character => escapes[character] ?? '')
