import type { RuledOffer } from '../../catalogue/offer.ts'
import type { Day } from '../../facts/day.ts'
import type { Facts } from '../../facts/schema.ts'
import { wholeOffer } from '../../render/offer.ts'
import { type RuleInWords, ruleInWords } from '../../render/rule.ts'
import { evaluate } from '../../rules/evaluate.ts'
import type { Content } from '../content.ts'

/** An offer in the words of a language, with its whole rule. */
export function showOffer(
  { speeches, places }: Content,
  offer: RuledOffer,
  lang: string,
  today: Day,
): string {
  const speech = speeches.of(lang)
  const said = wholeOffer(speech, offer, undefined, {}, places, today)
  return lines([
    `${said.title} (${said.titleDe}) · ${offer.id} · ${said.status} · ${said.claim}`,
    said.successor && `→ ${said.successor}`,
    said.summary,
    said.nextStep,
    '',
    ...tree(ruleInWords(speech, offer.rule.root, offer, places.name), (key: string) => speech.text(key)),
    '',
    ...(said.notes ?? []).map(note => `! ${note}`),
    ...(said.risks ?? []).map(({ tone, text }) => `${tone === 'care' ? '!' : '✓'} ${text}`),
    said.provider,
    ...said.contacts.map(({ kind, label, value }) => `${kind}: ${label} (${value})`),
    ...(said.documents ?? []).map(name => `- ${name}`),
    ...said.sources.map(
      ({ title, url, checked, unconfirmed }) => `${checked}${unconfirmed ? ' ?' : ''} ${title} ${url}`,
    ),
  ])
}

/** What the rule says of a person, reason by reason. */
export function explainOffer(
  { speeches, places }: Content,
  offer: RuledOffer,
  facts: Facts,
  lang: string,
  today: Day,
): string {
  const speech = speeches.of(lang)
  const said = wholeOffer(speech, offer, evaluate(offer.rule, facts, today), facts, places, today)
  const marks = { met: '✓', failed: '✗', unknown: '?' } as const
  return lines([
    `${said.title}: ${said.verdict} (${said.claim})`,
    ...(said.reasons ?? []).map(
      ({ outcome, text, instead = text, source, answer }) =>
        `${marks[outcome]} ${instead} [${source}]${answer === undefined ? '' : ` ← ${answer}`}`,
    ),
    said.openBecause && `openBecause: ${said.openBecause.join(', ')}`,
    said.missing && said.missing.length > 0 && `missing: ${said.missing.join(', ')}`,
  ])
}

/** The rule as an indented list. */
function tree(rule: RuleInWords, text: (key: string) => string, depth = 0): readonly string[] {
  const indent = '  '.repeat(depth)
  if (rule.kind === 'criterion') {
    const sentence = `${indent}- ${rule.text} [${rule.source}]`
    return rule.restsOn ? [sentence, ...tree(rule.restsOn, text, depth + 2)] : [sentence]
  }
  if (rule.parts.length === 0) return [`${indent}- ${text('rule.everyone')}`]
  return [`${indent}${text(`rule.${rule.kind}`)}`, ...rule.parts.flatMap(part => tree(part, text, depth + 1))]
}

const lines = (parts: readonly (string | false | undefined)[]): string =>
  parts.filter(part => part !== undefined && part !== false).join('\n')
