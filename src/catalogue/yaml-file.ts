import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { Fault } from './fault.ts'

/** A YAML text that fits its schema, with a way back from a value to its line. */
export interface Parsed<T> {
  readonly value: T
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** Reads a YAML text against a schema; faults name the file, the line and the reason. */
export function parseYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
):
  | { readonly ok: true; readonly parsed: Parsed<z.infer<S>> }
  | { readonly ok: false; readonly faults: Fault[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0) {
    const faults = document.errors.map(error => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      reason: error.message.split('\n')[0] ?? error.code,
    }))
    return { ok: false, faults }
  }
  const unset = aliasesWithoutAnchor(document)
  if (unset.length > 0) {
    const faults = unset.map(({ name, offset }) => ({
      file,
      line: lines.linePos(offset).line,
      reason: `the alias *${name} stands for nothing`,
    }))
    return { ok: false, faults }
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const lineOfKey = (path: readonly PropertyKey[]): number => {
    const key = keyOf(document, path)
    return isNode(key) && key.range ? lines.linePos(key.range[0]).line : lineOf(path)
  }
  const result = schema.safeParse(document.toJS())
  if (result.success) return { ok: true, parsed: { value: result.data, lineOf } }
  const faults = result.error.issues.map(({ path, message, ...issue }) => ({
    file,
    // A key that is not known is at fault itself, not what it stands in.
    line: issue.code === 'unrecognized_keys' ? lineOfKey([...path, issue.keys[0] ?? '']) : lineOf(path),
    reason: path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message,
  }))
  return { ok: false, faults }
}

/** The key under which a value stands; the value itself can begin below it. */
function keyOf(document: Document, path: readonly PropertyKey[]): unknown {
  const parent = document.getIn(path.slice(0, -1), true)
  const name = path.at(-1)
  return isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === name)?.key : undefined
}

/** Aliases whose anchor is set nowhere before them. */
function aliasesWithoutAnchor(
  document: Document,
): readonly { readonly name: string; readonly offset: number }[] {
  const found: { name: string; offset: number }[] = []
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document) === undefined)
        found.push({ name: node.source, offset: node.range?.[0] ?? 0 })
    },
  })
  return found
}
