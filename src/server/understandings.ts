import { type QuestionId, questionForm } from '../dialogue/question.ts'
import type { Understanding } from '../dialogue/understanding.ts'
import { languagesProper } from '../i18n/forms.ts'
import type { Locale, Locales } from '../i18n/locale.ts'
import type { Speeches } from '../i18n/speech.ts'
import { optionLabel } from '../render/answer.ts'
import { closestLabels, oneOfWords } from '../search/closest-label.ts'
import { createHearing, type Heard } from '../search/hearing.ts'
import { words } from '../search/tokens.ts'

/**
 * What is needed to understand answers, for a page's language: its own first, then German, then the others.
 * A language that is not there is taken for German.
 */
export function createUnderstandings(
  locales: Locales,
  speeches: Speeches,
): (lang: string) => readonly Understanding[] {
  const [german] = locales
  if (!german) return () => []
  // A "not", a "perhaps" and a "before" count in whatever language they are said.
  const turns: Turns = {
    negations: locales.flatMap(locale => locale.words.negations),
    doubt: locales.flatMap(locale => [...locale.words.or, ...locale.words.maybe]),
    beforeOrAfter: locales.flatMap(locale => locale.words.beforeOrAfter),
  }
  const all = locales.map(locale => understandingOf(locale, german, speeches, turns))
  const proper = new Set(languagesProper(locales).map(({ language }) => language.code))
  return lang => {
    const own = all.filter(knowing => knowing.lang === lang)
    // A form of a language (`de-simple`) hears what the language hears: among the others the language is enough.
    return [...own, ...all.filter(knowing => knowing.lang !== lang && proper.has(knowing.lang))]
  }
}

/** Words that change what is said, of all languages. */
interface Turns {
  readonly negations: readonly string[]
  readonly doubt: readonly string[]
  readonly beforeOrAfter: readonly string[]
}

function understandingOf(
  locale: Locale,
  german: Locale,
  speeches: Speeches,
  { negations, doubt, beforeOrAfter }: Turns,
): Understanding {
  const lang = locale.language.code
  const speech = speeches.of(lang)
  // German words are used in every language: Duldung, Jobcenter, Minijob.
  const spoken = locale === german ? [locale] : [locale, german]
  const isNegation = oneOfWords(negations)
  const hearings = new Map<QuestionId, (text: string) => Heard>()

  function hearingOf(question: QuestionId): (text: string) => Heard {
    const { kind, options } = questionForm(question)
    const isYesNo = kind === 'choice' && options.includes(true)
    const phrases = new Map<string, string[]>()
    const learn = (option: string, list: readonly string[]) =>
      phrases.set(option, [...(phrases.get(option) ?? []), ...list])
    for (const { language, synonyms, words: vocabulary } of spoken) {
      const own = speeches.of(language.code)
      for (const option of options) learn(String(option), [optionLabel(own, question, option)])
      for (const [option, list] of Object.entries(synonyms[question] ?? {})) learn(option, list)
      if (isYesNo) {
        learn('true', vocabulary.yes)
        learn('false', vocabulary.no)
      }
    }
    const of = (kind: 'around' | 'and' | 'think') => spoken.flatMap(one => one.words[kind])
    return createHearing(phrases, {
      // Who thinks that a level is theirs estimates it; who thinks that something is so leaves it open.
      around: isYesNo ? of('around') : [...of('around'), ...of('think')],
      doubt: isYesNo ? [...doubt, ...of('think')] : doubt,
      and: of('and'),
      negations,
    })
  }

  return {
    lang,
    vocabulary: { ...locale.words, beforeOrAfter },
    words,
    isNegation,
    label: (question, option) => optionLabel(speech, question, option),
    closest: (labels, text) => closestLabels(labels, text, isNegation),
    hear(question, text) {
      const hearing = hearings.get(question) ?? hearingOf(question)
      hearings.set(question, hearing)
      return hearing(text)
    },
  }
}
