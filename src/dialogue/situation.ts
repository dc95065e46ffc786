import { factKind } from '../facts/kinds.ts'
import { type FactName, type Facts, factNames, isFactName } from '../facts/schema.ts'
import { type Topic, topics } from '../facts/topics.ts'
import { type Clause, sentences } from './clause.ts'
import type { Listening } from './listening.ts'
import { type AnswerValue, parseValue } from './question.ts'
import { childrenTold, homesTold, monthTold, numbersTold } from './read-told.ts'

/** One fact as the answer to its question. */
export interface ToldAnswer {
  readonly question: FactName
  readonly value: AnswerValue
}

/** What somebody told of their situation. */
export interface Situation {
  /** In the order in which topics are offered. */
  readonly topics: readonly Topic[]
  /** One answer a question. */
  readonly answers: readonly ToldAnswer[]
}

/**
 * Reads out of a text which topics it is about and which facts it says beyond doubt.
 * What is negated, asked, wished, left open or said of others says no fact; two values for one fact say none.
 */
export function readSituation(text: string, listening: Listening): Situation {
  const chosen = new Set<Topic>()
  const said = new Map<FactName, AnswerValue[]>()
  /** What is said of the person, and not turned round. */
  const plain: Clause[] = []
  const put = (fact: FactName, value: AnswerValue) => said.set(fact, [...(said.get(fact) ?? []), value])
  const say = (facts: { readonly [fact: string]: unknown }) => {
    for (const [fact, raw] of Object.entries(facts)) {
      const value = isFactName(fact) ? parseValue(fact, raw) : undefined
      if (isFactName(fact) && value !== undefined) put(fact, value)
    }
  }
  for (const sentence of sentences(text, listening)) {
    for (const clause of sentence) {
      if (clause.isOfOthers) continue
      for (const topic of topicsOf(clause)) chosen.add(topic)
      if (clause.isOpen) continue
      for (const facts of factsOf(clause)) say(facts)
      if (clause.negations.length > 0) continue
      say(numbersTold(clause, listening))
      if (clause.wishes.length > 0) continue
      say(monthTold(clause, listening))
      plain.push(clause)
    }
    say(childrenTold(sentence, listening))
  }
  // A place is named by the key of its municipality too, which is no value of the fact.
  for (const home of homesTold(plain, listening)) put('kreis', home)
  return {
    topics: topics.filter(topic => chosen.has(topic)),
    answers: factNames.flatMap(question => {
      const value = agreed(question, said.get(question) ?? [])
      return value === undefined ? [] : [{ question, value }]
    }),
  }
}

const topicsOf = ({ entries, negations }: Clause): readonly Topic[] =>
  negations.length > 0 ? [] : entries.flatMap(({ meaning }) => meaning.topics ?? [])

function factsOf({ entries, negations, wishes }: Clause): readonly Facts[] {
  // "Want to become a nurse" is what that phrase says itself.
  const said = entries.filter(({ at }) => !wishes.some(wish => wish < (at.at(-1) ?? 0) && !at.includes(wish)))
  return negations.length > 0
    ? said.filter(({ at }) => isDenied(at, negations)).flatMap(({ meaning }) => meaning.denied ?? [])
    : said.flatMap(({ meaning }) => meaning.says ?? [])
}

/** A phrase is denied plainly where the clause's one negation stands within it or right before it. */
function isDenied(at: readonly number[], negations: readonly number[]): boolean {
  const [negation, ...others] = negations
  const [first] = at
  const last = at.at(-1)
  if (negation === undefined || first === undefined || last === undefined || others.length > 0) return false
  return at.length === 1 ? negation === first - 1 : negation === last - 1 || negation === first - 1
}

/** The one value that is said of a fact; several lists of choices are one list, anything else contradicts itself. */
function agreed(fact: FactName, values: readonly AnswerValue[]): AnswerValue | undefined {
  const distinct = [...new Map(values.map(value => [JSON.stringify(value), value])).values()]
  if (distinct.length <= 1) return distinct[0]
  const lists = distinct.filter(value => Array.isArray(value))
  const isList = factKind(fact).kind === 'choices' && lists.every(list => list.length > 0)
  return isList ? parseValue(fact, lists.flat()) : undefined
}
