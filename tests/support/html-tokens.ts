/** A piece of a page as a browser reads it: characters stand as themselves. */
export type HtmlToken =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: readonly (readonly [string, string])[]
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Elements that have no end. */
const empty: ReadonlySet<string> = new Set([
  'br',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'path',
  'rect',
  'use',
])

/**
 * Reads HTML more strictly than a browser: every `<` must begin a tag, every attribute with a value must stand in double
 * quotes, every `&` must begin an entity that we write, and every element must be closed in its turn. Throws otherwise.
 */
export function readHtml(source: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = []
  const open: string[] = []
  let at = 0
  const expect = (pattern: RegExp): RegExpExecArray => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (!found)
      throw new SyntaxError(`${pattern.source} expected before ${JSON.stringify(source.slice(at, at + 60))}`)
    at += found[0].length
    return found
  }
  while (at < source.length) {
    if (source[at] !== '<') {
      tokens.push({ kind: 'text', text: decoded(expect(/[^<>]+/y)[0]) })
    } else if (source[at + 1] === '/') {
      const [, name = ''] = expect(/<\/([a-z][a-z0-9-]*)>/y)
      if (open.pop() !== name) throw new SyntaxError(`</${name}> closes what is not open`)
      tokens.push({ kind: 'close', name })
    } else {
      const [, name = '', written = ''] = expect(
        /<([a-z][a-z0-9-]*)((?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*\/?>/y,
      )
      const attributes = [...written.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(
        ([, key = '', value = '']): readonly [string, string] => [key, decoded(value)],
      )
      if (new Set(attributes.map(([key]) => key)).size < attributes.length)
        throw new SyntaxError(`<${name}> has an attribute twice`)
      if (!empty.has(name)) open.push(name)
      tokens.push({ kind: 'open', name, attributes })
    }
  }
  if (open.length > 0) throw new SyntaxError(`<${open.join('> <')}> is not closed`)
  return tokens
}

const decoded = (text: string): string =>
  text.replace(/&([^;&]*;?)/g, (written, name: string) => {
    const character = name.endsWith(';') ? entities[name.slice(0, -1)] : undefined
    if (character === undefined) throw new SyntaxError(`${written} is no entity that we write`)
    return character
  })

/** The value of an attribute, where the element has it. */
export const attribute = (token: HtmlToken, name: string): string | undefined =>
  token.kind === 'open' ? token.attributes.find(([key]) => key === name)?.[1] : undefined

/** The elements and attributes of a page, without any text. */
export const skeleton = (tokens: readonly HtmlToken[]): readonly string[] =>
  tokens.flatMap(token => {
    if (token.kind === 'text') return []
    return token.kind === 'close'
      ? [`/${token.name}`]
      : [[token.name, ...token.attributes.map(([key]) => key)].join(' ')]
  })

/** Everything in a page that is text: between the tags and in the attributes. */
export const textsIn = (tokens: readonly HtmlToken[]): readonly string[] =>
  tokens.flatMap(token => {
    if (token.kind === 'close') return []
    return token.kind === 'text' ? [token.text] : token.attributes.map(([, value]) => value)
  })
