import type { QuestionId } from '../dialogue/question.ts'
import type { Speech } from '../i18n/speech.ts'
import { outcomeOf } from '../rules/rule.ts'
import type { Lack } from '../turn/lack.ts'
import type { ShownOffer, Turn } from '../turn/turn.ts'
import { criterionText } from './criterion.ts'
import type { PlaceNames } from './offer.ts'

/** What questions are called in a list. */
export const shortNames = (speech: Speech, questions: readonly QuestionId[]): string =>
  questions.map(question => speech.text(`questions:${question}.short`)).join(', ')

/** What keeps an offer open is said in this order. */
const lacks: readonly Exclude<Lack, 'notApplicable'>[] = ['refused', 'unknown', 'notAsked']

/**
 * What stands with an offer in brief: that it surely touches the person's residence, why it is still open, or what
 * refuses it. `undefined` where its verdict says all.
 */
export function becauseText(
  speech: Speech,
  shown: ShownOffer,
  { facts, today }: Pick<Turn, 'facts' | 'today'>,
  places: PlaceNames,
): string | undefined {
  const { offer, verdict } = shown
  const why = whyText(speech, shown, places)
  if (verdict.verdict === 'ineligible') return why
  const touchesResidence = offer.riskNotes.some(
    ({ tone, rule }) => tone === 'care' && outcomeOf(rule, facts, today) === 'met',
  )
  const said = [
    ...(touchesResidence ? [speech.text('because.residence')] : []),
    ...(why === undefined ? [] : [why]),
  ]
  return said.length === 0 ? undefined : said.join(' ')
}

function whyText(
  speech: Speech,
  { verdict, lacks: lacking }: ShownOffer,
  places: PlaceNames,
): string | undefined {
  switch (verdict.verdict) {
    case 'eligible':
      return undefined
    case 'ineligible': {
      const against = verdict.reasons.find(({ outcome }) => outcome === 'failed')
      if (!against) return undefined
      const { criterion } = against
      return criterionText(speech, { ...criterion, negated: !criterion.negated }, places.name)
    }
    case 'undetermined': {
      const said = lacks.flatMap(lack => {
        const questions = lacking.filter(item => item.lack === lack).map(({ question }) => question)
        return questions.length === 0
          ? []
          : [speech.text(`because.${lack}`, { questions: shortNames(speech, questions) })]
      })
      return said.length === 0 ? undefined : said.join(' ')
    }
    default:
      return verdict satisfies never
  }
}
