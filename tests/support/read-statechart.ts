/** An arrow as a picture shows it; `[*]` is the start or the end. */
export interface DrawnArrow {
  readonly from: string
  readonly to: string
  /** What stands beside it, in words; empty where nothing does. */
  readonly says: string
}

/** A Mermaid statechart as a reader of the picture has it. */
export interface Drawing {
  readonly title: string
  /** The words in the box of each state, by its id. */
  readonly boxes: ReadonlyMap<string, string>
  readonly arrows: readonly DrawnArrow[]
  /** The states that are drawn in each style. */
  readonly styled: ReadonlyMap<string, readonly string[]>
}

/** Letters that Mermaid would read itself stand as their numbers; a line ends with `<br/>`. Anything else is text. */
const text = String.raw`(?:[^#;:"'\x60<>&%{}[\]|\\*_~\n]|#\d+;|<br/>)+`
const id = '[A-Za-z][A-Za-z0-9]*'
const end = String.raw`\[\*\]`

const grammar = {
  title: new RegExp(`^accTitle: (${text})$`),
  description: new RegExp(`^accDescr: (${text})$`),
  direction: /^direction TB$/,
  style: /^classDef ([a-z]+) (?:[a-z-]+:[#\w]+,?)+$/,
  box: new RegExp(`^state "(${text})" as (${id})$`),
  styled: new RegExp(`^class (${id}(?:,${id})*) ([a-z]+)$`),
  arrow: new RegExp(`^(${id}|${end}) --> (${id}|${end})(?: : (${text}))?$`),
}

const preamble = /^---\nconfig:\n {2}flowchart:\n {4}wrappingWidth: \d+\n---\nstateDiagram-v2\n/

/** Words of the language of statecharts, which can't be the id of a state. */
const reserved = [
  ...['state', 'note', 'end', 'class', 'classDef', 'style', 'click', 'href', 'direction', 'default', 'as'],
  ...['hide', 'scale', 'fork', 'join', 'choice', 'concurrent', 'title', 'accTitle', 'accDescr'],
]

/** The words of a label, whatever lines they stand in. */
export const wordsOfLabel = (label: string): string =>
  label
    .replaceAll('<br/>', ' ')
    .replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\s+/g, ' ')
    .trim()

/** Reads a statechart strictly, in the part of Mermaid's language that our pictures need. Throws where it is not that. */
export function readStatechart(mermaid: string): Drawing {
  if (!preamble.test(mermaid)) throw new SyntaxError('not a statechart')
  let title = ''
  const boxes = new Map<string, string>()
  const styled = new Map<string, readonly string[]>()
  const arrows: DrawnArrow[] = []
  for (const line of mermaid.replace(preamble, '').split('\n')) {
    const found = Object.entries(grammar).flatMap(([name, form]) => {
      const match = form.exec(line)
      return match ? [{ name, parts: match.slice(1) }] : []
    })
    const [only, another] = found
    if (!only || another) throw new SyntaxError(`${found.length} ways to read: ${line}`)
    const [first = '', second = '', third = ''] = only.parts
    if (only.name === 'title') title = wordsOfLabel(first)
    if (only.name === 'style') styled.set(first, [])
    if (only.name === 'box') {
      if (boxes.has(second) || reserved.includes(second)) throw new SyntaxError(`no id: ${second}`)
      boxes.set(second, wordsOfLabel(first))
    }
    if (only.name === 'styled') {
      if (!styled.has(second)) throw new SyntaxError(`no style: ${second}`)
      styled.set(second, first.split(','))
    }
    if (only.name === 'arrow') arrows.push({ from: first, to: second, says: wordsOfLabel(third) })
  }
  return { title, boxes, arrows, styled }
}
