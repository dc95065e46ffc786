import type { Offer } from '../catalogue/offer.ts'
import type { Speech } from '../i18n/speech.ts'
import type { Node } from '../rules/rule.ts'
import { criterionText } from './criterion.ts'

/** A rule in words: single sentences with their source, and groups of which all or one must hold. */
export type RuleInWords =
  | {
      readonly kind: 'criterion'
      readonly text: string
      readonly source: string
      /** What stands behind a term's one sentence. */
      readonly restsOn?: RuleInWords
    }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly RuleInWords[] }

/** Puts a rule into the words of a language; a term is one sentence, whatever stands behind it. */
export function ruleInWords(
  speech: Speech,
  node: Node,
  { sources }: Pick<Offer, 'sources'>,
  placeName: (ags: string) => string,
): RuleInWords {
  const { criterion } = node
  const group = (): RuleInWords => {
    const children = node.kind === 'leaf' ? [] : node.children
    const parts = children.map(child => ruleInWords(speech, child, { sources }, placeName))
    const [only] = parts
    // A group of one says nothing more than its part.
    return parts.length === 1 && only ? only : { kind: node.kind === 'any' ? 'any' : 'all', parts }
  }
  if (node.kind !== 'leaf' && criterion.kind !== 'term') return group()
  const source = sources.find(({ id }) => id === criterion.source)?.title ?? ''
  const sentence = { kind: 'criterion' as const, text: criterionText(speech, criterion, placeName), source }
  return node.kind === 'leaf' ? sentence : { ...sentence, restsOn: group() }
}

/** The sentences of a rule as one, with brackets where one group stands in another; `stress` marks "and" and "or". */
export function ruleAsSentence(
  speech: Speech,
  rule: RuleInWords,
  stress: (word: string) => string = word => word,
): string {
  if (rule.kind === 'criterion') return rule.text.replace(/[.。۔]$/u, '')
  if (rule.parts.length === 0) return speech.text('rule.everyone')
  const parts = rule.parts.map(part => {
    const text = ruleAsSentence(speech, part, stress)
    return part.kind === 'criterion' ? text : `(${text})`
  })
  return parts.join(` ${stress(speech.text(`rule.${rule.kind === 'all' ? 'and' : 'or'}`))} `)
}
