import type { RuledOffer } from '../../src/catalogue/offer.ts'
import { type Answer, factsOf } from '../../src/dialogue/conversation.ts'
import type { Flow } from '../../src/dialogue/flow.ts'
import { type Day, monthNumber } from '../../src/facts/day.ts'
import { factKind } from '../../src/facts/kinds.ts'
import { type FactName, factSchemas } from '../../src/facts/schema.ts'
import type { Topic } from '../../src/facts/topics.ts'
import type { Bounds, Comparison, Condition, Leaf } from '../../src/rules/condition.ts'
import { compileLeaf } from '../../src/rules/leaf.ts'
import type { World } from '../../src/turn/world.ts'

/** What somebody answers; `null` is "I don't know". */
export type Value = Answer['value']

/** For each question one answer out of every class of answers, `null` among them. */
export type Classes = ReadonlyMap<FactName, readonly Value[]>

/** What interviews about some topics are made of. */
export interface Subject {
  readonly topics: readonly Topic[]
  /** The dialogues of the topics, and what is asked last. */
  readonly flows: readonly Flow[]
  readonly questions: readonly FactName[]
  readonly offers: readonly RuledOffer[]
  /** All that can tell answers apart: the rules of the offers and the guards of the flows. */
  readonly conditions: readonly Condition[]
}

/** The flows, questions, offers and conditions of some topics. */
export function subjectOf(
  { offers, flows }: Pick<World, 'offers' | 'flows'>,
  topics: readonly Topic[],
): Subject {
  const own = offers.filter(
    offer => offer.status !== 'ended' && offer.topics.some(topic => topics.includes(topic)),
  )
  const walked = [...topics.map(topic => flows.byTopic[topic]), flows.last].flatMap(flow => flow ?? [])
  return {
    topics,
    flows: walked,
    questions: [...new Set(walked.flatMap(({ asks }) => asks))],
    offers: own,
    conditions: [...own.map(({ conditions }) => conditions), ...walked.flatMap(guardsOf)],
  }
}

/** The conditions on which a flow branches. */
export const guardsOf = ({ steps }: Flow): readonly Condition[] =>
  Object.values(steps).flatMap(({ next }) =>
    typeof next === 'string' ? [] : next.flatMap(branch => branch.if ?? []),
  )

/** When and where somebody is asked: the day that months are counted from, and the places that there are. */
export interface Setting {
  readonly today: Day
  /** Keys of Kreise and municipalities. */
  readonly places: readonly string[]
}

/**
 * The answers worth giving to some questions: both sides of every bound that a condition names, and one value for
 * all that no condition tells apart where there are no bounds.
 */
export function valuesAround({ questions, conditions }: Subject, setting: Setting): Classes {
  return new Map(
    questions.map(question => {
      const tests = testsOf(question, conditions)
      const { kind } = factKind(question)
      const isBounded = kind === 'number' || kind === 'numbers' || kind === 'month'
      const values = candidates(question, tests, conditions, setting)
      const told = isBounded ? values : toldApart(question, values, tests, setting.today)
      return [question, [...told, null]]
    }),
  )
}

/** The same with one value for all that no condition tells apart: the sides of a bound that two rules share fall together. */
export function classesOf({ questions, conditions }: Subject, setting: Setting): Classes {
  return new Map(
    questions.map(question => {
      const tests = testsOf(question, conditions)
      const values = candidates(question, tests, conditions, setting)
      return [question, [...toldApart(question, values, tests, setting.today), null]]
    }),
  )
}

/** What every test says to an answer: answers with the same marks are of one class. */
export function marksOf(
  question: FactName,
  value: Value,
  conditions: readonly Condition[],
  today: Day,
): string {
  return marked(question, value, testsOf(question, conditions), today)
}

type FactTest = Leaf & Comparison

const marked = (question: FactName, value: Value, tests: readonly FactTest[], today: Day): string => {
  const facts = factsOf([{ question, value }])
  return tests.map(test => compileLeaf(test)(facts, today)).join()
}

function toldApart(
  question: FactName,
  values: readonly Value[],
  tests: readonly FactTest[],
  today: Day,
): readonly Value[] {
  const first = new Map<string, Value>()
  for (const value of values) {
    const marks = marked(question, value, tests, today)
    if (!first.has(marks)) first.set(marks, value)
  }
  return [...first.values()]
}

/** The tests that the answer to a question decides: the place settles Kreis and municipality at once. */
const testsOf = (question: FactName, conditions: readonly Condition[]): readonly FactTest[] =>
  conditions
    .flatMap(leavesOf)
    .filter(({ fact }) => fact === question || (question === 'kreis' && fact === 'gemeinde'))

function leavesOf(condition: Condition): readonly FactTest[] {
  if ('not' in condition) return leavesOf(condition.not)
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  return 'fact' in condition ? [condition] : []
}

function candidates(
  question: FactName,
  tests: readonly FactTest[],
  conditions: readonly Condition[],
  { today, places }: Setting,
): readonly Value[] {
  const kind = factKind(question)
  switch (kind.kind) {
    case 'yesNo':
      return [true, false]
    case 'choice':
      return kind.values
    case 'choices': {
      const alone = kind.values.map(value => [value])
      return parsed(question, [[], ...alone, ...namedTogether(question, conditions)])
    }
    case 'number':
      return parsed(question, aroundBounds(tests, kind))
    case 'numbers': {
      const ages = aroundBounds(tests, kind)
      const mixed = [ages[0], ages[Math.floor(ages.length / 2)], ages.at(-1)]
      return parsed(question, [[], ...ages.map(age => [age]), mixed])
    }
    case 'month':
      return aroundMonths(tests, today)
    case 'place':
      return places
    default:
      return kind satisfies never
  }
}

const parsed = (question: FactName, values: readonly unknown[]): readonly Value[] =>
  values.map(value => factSchemas[question].parse(value))

/** Pairs of choices that one rule names, in one test or in several. */
function namedTogether(question: FactName, conditions: readonly Condition[]): readonly string[][] {
  const pairs = new Map<string, string[]>()
  for (const condition of conditions) {
    const named = testsOf(question, [condition]).flatMap(test => ('hasAny' in test ? test.hasAny : []))
    for (const one of named) {
      for (const other of named) if (one < other) pairs.set(`${one} ${other}`, [one, other])
    }
  }
  return [...pairs.values()]
}

/** At and just below each bound, and both ends of what a person can have; sorted. */
function aroundBounds(
  tests: readonly FactTest[],
  { min, max }: { readonly min: number; readonly max: number },
): readonly number[] {
  const bounds = tests.flatMap(test =>
    'number' in test ? limits(test.number) : 'some' in test ? limits(test.some) : [],
  )
  const around = [min, max, ...bounds.flatMap(bound => [bound - 1, bound])]
  return [...new Set(around)].filter(value => value >= min && value <= max).sort((a, b) => a - b)
}

const limits = ({ atLeast, below }: Bounds): readonly number[] => [atLeast ?? [], below ?? []].flat()

/** This month, one long ago, and those around each bound; one month too long ago and one too short. */
function aroundMonths(tests: readonly FactTest[], today: Day): readonly string[] {
  const numbers = tests.flatMap(test => {
    if ('monthsAgo' in test) {
      return limits(test.monthsAgo).flatMap(bound => [-1, 0, 1].map(side => today.month - bound + side))
    }
    if (!('month' in test)) return []
    const named = [test.month.from ?? [], test.month.before ?? []].flat()
    return named.flatMap(month => [monthNumber(month) - 1, monthNumber(month)])
  })
  const all = new Set([today.month, today.month - 50 * 12, ...numbers])
  return [...all]
    .filter(month => month <= today.month)
    .sort((a, b) => b - a)
    .map(monthWritten)
}

const monthWritten = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
