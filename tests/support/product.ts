import { type QuestionId, questionOf } from '../../src/dialogue/question.ts'
import { compile, type Node, type Rule } from '../../src/rules/rule.ts'
import { type Standing, stand } from '../../src/turn/standing.ts'
import type { World } from '../../src/turn/world.ts'
import { type Classes, guardsOf, subjectOf, type Value } from './equivalence.ts'
import { type Breach, breachesOfStep, lookAtEnd } from './interview-laws.ts'

/** All interviews that a start can lead to. */
export interface Product {
  /** How many interviews there are: one for each way of answering what is asked. */
  readonly interviews: bigint
  /** How many moments were looked at; moments from which everything goes on alike count once. */
  readonly moments: number
  readonly breaches: readonly Breach[]
}

/**
 * Walks every interview, one answer of every class to whatever is asked, and holds each step against the laws.
 * What comes of a moment depends on what is still open alone, so moments that leave the same open are walked on from once.
 * `undefined` where there are more than `limit` moments.
 */
export function wholeProduct(
  world: World,
  start: Standing,
  classes: Classes,
  limit: number,
): Product | undefined {
  const values: ReadonlyMap<QuestionId, readonly Value[]> = classes
  const breaches: Breach[] = []
  const known = new Map<string, bigint>()
  const { flows } = subjectOf(world, start.position.topics)
  const guards = flows.flatMap(guardsOf).map(guard => compile({ all: [guard] }, 'open'))
  let moments = 0

  const below = (here: Standing): bigint | undefined => {
    const key = whatIsOpen(here, guards)
    const there = known.get(key)
    if (there !== undefined) return there
    const [question] = here.open
    let count = 0n
    if (question === undefined) {
      breaches.push(...lookAtEnd(here).breaches)
      count = 1n
    } else {
      for (const value of values.get(question) ?? []) {
        if (++moments > limit) return undefined
        const answers = [...here.conversation.answers, { question, value }]
        const after = stand(world, { ...here.conversation, answers }, here.today)
        breaches.push(...breachesOfStep(here, after))
        const more = below(after)
        if (more === undefined) return undefined
        count += more
      }
    }
    known.set(key, count)
    return count
  }
  const interviews = below(start)
  return interviews === undefined ? undefined : { interviews, moments, breaches }
}

/**
 * Everything that the rest of an interview depends on: the questions that still matter, and what rules and guards make
 * of their answers. No answer opens a question and none undoes a verdict, so what rests on other answers stays as it is.
 */
function whatIsOpen({ open, position, assessed, today }: Standing, guards: readonly Rule[]): string {
  const asked = new Set(open)
  const left = (node: Node): string => {
    const outcome = node.outcome(position.facts, today)
    if (outcome !== 'unknown') return outcome === 'met' ? '+' : '-'
    if (!node.facts.some(fact => asked.has(questionOf(fact)) && position.facts[fact] === undefined))
      return '!'
    return node.kind === 'leaf' ? '?' : `(${node.children.map(left).join('')})`
  }
  const settled = new Set(['+', '-', '!'])
  const rules = assessed.map(({ offer }) => ({ offer, rest: left(offer.rule.root) }))
  // The place is asked for as long as one local offer is not refused: one that can't be any more is enough.
  const needsPlace = rules.some(({ offer, rest }) => offer.isLocal && (rest === '+' || rest === '!'))
  const undecided = rules.map(({ rest }) => (settled.has(rest) ? '.' : rest))
  // A guard that nothing can settle any more leaves its branch open, as one does that holds.
  const ways = guards.map(({ root }) => left(root).replaceAll('!', '+'))
  return [open.join(), undecided.join(''), ways.join(''), needsPlace].join(' ')
}

/** The same count without walking on from like moments once: one interview after the other. */
export function oneByOne(world: World, here: Standing, classes: Classes): number {
  const values: ReadonlyMap<QuestionId, readonly Value[]> = classes
  const [question] = here.open
  if (question === undefined) return 1
  let count = 0
  for (const value of values.get(question) ?? []) {
    const answers = [...here.conversation.answers, { question, value }]
    count += oneByOne(world, stand(world, { ...here.conversation, answers }, here.today), classes)
  }
  return count
}
