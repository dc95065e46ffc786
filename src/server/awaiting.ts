import type { Catalogue } from '../catalogue/read.ts'
import type { Locale } from '../i18n/locale.ts'
import { standingOf } from '../i18n/status.ts'
import { wholeTextsOf } from '../i18n/texts.ts'
import { type DangerKind, dangerKinds } from '../search/danger.ts'

/** A text that no human who speaks the language has read yet. */
export interface AwaitingText {
  readonly key: string
  /** Each form of the plural, where there are several. */
  readonly german: readonly string[]
  readonly text: readonly string[]
  /** The German was changed after the text was translated. */
  readonly isStale: boolean
}

/** What of a language awaits a reader: first what stands on the screen in danger, and the words by which it is heard. */
export interface Awaiting {
  readonly inDanger: readonly AwaitingText[]
  readonly words: readonly {
    /** `harmless` are words that hide a danger from being heard. */
    readonly kind: DangerKind | 'harmless'
    readonly phrases: readonly string[]
  }[]
  readonly others: readonly AwaitingText[]
}

/** Texts of the interface that stand where somebody is in danger. */
const dangerTexts = ['ui:urgent', 'ui:action.exit', 'ui:card.call', 'questions:affectedByViolence']

/** Whether a key is one of those named, or below one: `offers:notruf.title` is below `offers:notruf`. */
export const isBelow = (key: string, names: readonly string[]): boolean =>
  names.some(name => key === name || key.startsWith(`${name}.`) || key.startsWith(`${name}:`))

/**
 * What of a language awaits review. First comes what a wrong word could do most harm in: danger, and what a claim can
 * mean for residence.
 */
export function awaitingReview(
  locale: Locale,
  german: Locale,
  { dangerLines }: Pick<Catalogue, 'dangerLines'>,
): Awaiting {
  const { stateOf, isStale } = standingOf(locale, german)
  const helpers = [...new Set(Object.values(dangerLines).flat())]
  const first = [...dangerTexts, ...helpers.map(id => `offers:${id}`), 'risks']
  const own = wholeTextsOf(locale)
  const waiting = [...wholeTextsOf(german)]
    .filter(([key]) => stateOf(key) === 'draft')
    .map(([key, texts]) => ({ key, german: texts, text: own.get(key) ?? [], isStale: isStale(key) }))
  return {
    inDanger: waiting.filter(({ key }) => isBelow(key, first)),
    words: [...dangerKinds, 'harmless' as const]
      .filter(kind => stateOf(`danger:${kind}`) === 'draft')
      .map(kind => ({ kind, phrases: withGroups(locale.danger, kind) })),
    others: waiting.filter(({ key }) => !isBelow(key, first)),
  }
}

/** The patterns of a kind, and behind them the groups of words that they name: without these nobody can read them. */
function withGroups(danger: Locale['danger'], kind: DangerKind | 'harmless'): readonly string[] {
  const patterns = danger[kind]
  const named = Object.entries(danger.groups).filter(([name]) =>
    patterns.some(pattern => pattern.includes(`[${name}]`)),
  )
  return [...patterns, ...named.map(([name, words]) => `[${name}] = ${words.join(', ')}`)]
}
