import { factsOf } from '../../src/dialogue/conversation.ts'
import { type QuestionId, questionOf } from '../../src/dialogue/question.ts'
import { replay } from '../../src/dialogue/replay.ts'
import { evaluate } from '../../src/rules/evaluate.ts'
import { outcomeOf } from '../../src/rules/rule.ts'
import type { Verdict } from '../../src/rules/verdict.ts'
import { type Standing, stand } from '../../src/turn/standing.ts'
import type { World } from '../../src/turn/world.ts'
import type { Value } from './equivalence.ts'

/** What must hold for every interview, whoever is asked. */
export const laws = {
  once: 'nothing is asked twice',
  ahead: 'what is asked lies ahead on the way',
  matters: 'what is asked is something that an open verdict lacks',
  shrinks: 'each answer leaves fewer questions than were open, and opens none',
  firm: 'what is decided stays decided',
  whole: 'an answer to what is asked stands, and so do those before it',
  noDeadEnd: 'an interview ends only where no question ahead could settle anything',
  oneVoice: 'the short way of deciding says what the explained verdict says',
  changed: 'a changed answer leads to the verdicts of an interview that began with it',
  kept: 'a changed answer leaves the facts, verdicts and questions that its answers give from the start',
  volunteered: 'what is said ahead, in any order, gives the verdicts that asking gives',
} as const

export type Law = keyof typeof laws

/** A law that did not hold, and for whom. */
export interface Breach {
  readonly law: Law
  readonly where: string
}

/** What somebody says to a question. */
export type Says = (question: QuestionId) => Value

/** Somebody is asked, from a moment on, until nothing is asked any more: the moment itself and each that follows. */
export function* interviewFrom(world: World, start: Standing, says: Says): Iterable<Standing> {
  let here = start
  yield here
  for (let question = here.open[0]; question !== undefined; question = here.open[0]) {
    const answers = [...here.conversation.answers, { question, value: says(question) }]
    here = stand(world, { ...here.conversation, answers }, here.today)
    yield here
  }
}

/** The laws that one step of an interview breaks. */
export function* breachesOfStep(before: Standing, after: Standing): Iterable<Breach> {
  const [question] = before.open
  if (question === undefined) return
  const where = `${question} after ${told(before)}`
  const given = before.conversation.answers
  if (given.some(answer => answer.question === question)) yield { law: 'once', where }
  if (!before.position.ahead.includes(question)) yield { law: 'ahead', where }
  if (!isLacked(before, question)) yield { law: 'matters', where }
  if (after.conversation.answers.length !== given.length + 1) yield { law: 'whole', where }
  if (after.open.length >= before.open.length || after.open.some(next => !before.open.includes(next))) {
    yield { law: 'shrinks', where }
  }
  for (const [index, { offer, outcome }] of before.assessed.entries()) {
    if (outcome !== 'unknown' && after.assessed[index]?.outcome !== outcome) {
      yield { law: 'firm', where: `${offer.id}: ${where}` }
    }
  }
}

/** Whether the verdict of some offer, as it is explained, lacks the answer to a question. */
const isLacked = ({ position, assessed, today }: Standing, question: QuestionId): boolean =>
  assessed.some(({ offer, outcome }) => {
    if (outcome === 'failed') return false
    if (question === 'kreis' && offer.isLocal) return true
    if (outcome === 'met') return false
    const verdict = evaluate(offer.rule, position.facts, today)
    return verdict.verdict === 'undetermined' && verdict.missing.some(fact => questionOf(fact) === question)
  })

const verdictOf = { met: 'eligible', failed: 'ineligible', unknown: 'undetermined' } as const

/** The laws that the end of an interview breaks, and what it says of each offer. */
export function lookAtEnd({ position, assessed, today }: Standing): {
  readonly breaches: readonly Breach[]
  readonly verdicts: ReadonlyMap<string, Verdict>
} {
  const verdicts = new Map(
    assessed.map(({ offer }) => [offer.id, evaluate(offer.rule, position.facts, today)]),
  )
  const breaches = assessed.flatMap(({ offer, outcome }): readonly Breach[] => {
    const verdict = verdicts.get(offer.id)
    const where = `${offer.id}: ${JSON.stringify(position.facts)}`
    if (verdict?.verdict !== verdictOf[outcome]) return [{ law: 'oneVoice', where }]
    const wantsPlace = outcome !== 'failed' && offer.isLocal
    return wantsPlace && position.ahead.includes('kreis') ? [{ law: 'noDeadEnd', where }] : []
  })
  return { breaches, verdicts }
}

/** The laws that an end breaks where something that was not asked, said in some way, would have settled a verdict. */
export function* breachesOfSilence(
  { conversation, position, assessed, today }: Standing,
  says: Says,
): Iterable<Breach> {
  const unasked = position.ahead.map(question => ({ question, value: says(question) }))
  const facts = factsOf([...conversation.answers, ...unasked])
  for (const { offer, outcome } of assessed) {
    if (outcomeOf(offer.rule, facts, today) === outcome) continue
    yield {
      law: 'noDeadEnd',
      where: `${offer.id}: ${JSON.stringify(position.facts)}, not asked ${JSON.stringify(unasked)}`,
    }
  }
}

/**
 * The laws that changing one answer breaks. `moments` is an interview from its start to its end, `at` the number of the
 * question in it whose answer is changed, `says` the same person with the changed answer.
 */
export function* breachesOfChange(
  world: World,
  moments: readonly Standing[],
  at: number,
  says: Says,
): Iterable<Breach> {
  const [start, before, end] = [moments[0], moments[at], moments.at(-1)]
  const question = before?.open[0]
  if (!start || !before || !end || question === undefined) return
  const { answers } = end.conversation
  const changed = answers.map(answer =>
    answer.question === question ? { question, value: says(question) } : answer,
  )
  const amended = stand(world, { ...end.conversation, answers: changed }, end.today)
  const where = `${question}, ${JSON.stringify(says(question))} instead, after ${told(end)}`

  const anew = givenAnew(world, start, amended)
  if (essence(anew) !== essence(amended)) yield { law: 'kept', where }

  const later = lastOf(interviewFrom(world, amended, says))
  const fresh = lastOf(interviewFrom(world, before, says))
  // What was said before may have decided what else is asked: the questions may differ, what comes of them may not.
  const known = new Map(Object.entries(fresh.position.facts))
  const agrees = Object.entries(later.position.facts).every(
    ([fact, value]) => !known.has(fact) || JSON.stringify(known.get(fact)) === JSON.stringify(value),
  )
  if (!agrees || outcomes(fresh) !== outcomes(later) || fresh.open.join() !== later.open.join()) {
    yield { law: 'changed', where }
  }
}

/** The same answers given from the start, each when the way comes to its question. */
function givenAnew(world: World, start: Standing, { conversation, today }: Standing): Standing {
  const said = new Map(conversation.answers.map(answer => [answer.question, answer]))
  let { answers, ahead } = start.position
  for (;;) {
    const answer = ahead.map(question => said.get(question)).find(found => found !== undefined)
    if (!answer) return stand(world, { ...conversation, answers }, today)
    ;({ answers, ahead } = replay(world.flows, [...answers, answer], today))
  }
}

/** The laws that saying everything ahead of its question breaks, in an order that `turn` chooses. */
export function* breachesOfVolunteering(
  world: World,
  start: Standing,
  end: Standing,
  turn: number,
): Iterable<Breach> {
  const said = end.conversation.answers.slice(start.conversation.answers.length)
  const cut = said.length === 0 ? 0 : turn % said.length
  const turned = [...said.slice(cut), ...said.slice(0, cut)]
  for (const order of [turned, turned.toReversed()]) {
    const volunteered = order.map(answer => ({ ...answer, volunteered: true as const }))
    const answers = [...volunteered, ...start.conversation.answers]
    const here = stand(world, { ...end.conversation, answers }, end.today)
    if (essence(here) !== essence(end)) yield { law: 'volunteered', where: told(end) }
  }
}

/** What an answer must not make different by the order in which it came: facts, verdicts, open questions. */
const essence = (standing: Standing): string =>
  [
    JSON.stringify(Object.entries(standing.position.facts).sort(([a], [b]) => (a < b ? -1 : 1))),
    outcomes(standing),
    standing.open.join(),
  ].join(' ')

const outcomes = ({ assessed }: Standing): string => assessed.map(({ outcome }) => outcome).join()

const told = ({ position }: Standing): string => JSON.stringify(position.facts)

function lastOf(moments: Iterable<Standing>): Standing {
  let last: Standing | undefined
  for (const moment of moments) last = moment
  if (!last) throw new Error('an interview has at least its first moment')
  return last
}
