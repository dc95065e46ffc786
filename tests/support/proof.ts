import { type Answer, factsOf } from '../../src/dialogue/conversation.ts'
import type { Flow } from '../../src/dialogue/flow.ts'
import { isQuestionId, type QuestionId, questionOf } from '../../src/dialogue/question.ts'
import type { Day } from '../../src/facts/day.ts'
import type { FactName, Facts } from '../../src/facts/schema.ts'
import type { Topic } from '../../src/facts/topics.ts'
import type { Node } from '../../src/rules/rule.ts'
import type { Verdict } from '../../src/rules/verdict.ts'
import { type Standing, stand } from '../../src/turn/standing.ts'
import type { World } from '../../src/turn/world.ts'
import type { Classes, Subject, Value } from './equivalence.ts'
import {
  type Breach,
  breachesOfChange,
  breachesOfSilence,
  breachesOfStep,
  breachesOfVolunteering,
  interviewFrom,
  lookAtEnd,
  type Says,
} from './interview-laws.ts'
import type { Row } from './pairwise.ts'

/** A person: what they say to each question; what is not named they don't know. */
export type Sayings = ReadonlyMap<QuestionId, Value>

/** What many interviews about some topics have shown. */
export interface Proof {
  /** How many interviews came to their end, those after a changed answer not counted. */
  readonly interviews: number
  /** How many answers were changed, each to another class. */
  readonly changes: number
  readonly breaches: readonly Breach[]
  readonly asked: ReadonlySet<QuestionId>
  /** The transitions of the flows' machines that were taken, `family: age → employment`. */
  readonly taken: ReadonlySet<string>
  /** The offers that somebody was found eligible for. */
  readonly eligible: ReadonlySet<string>
  /** The offers that, for somebody, no question of these topics could settle any more. */
  readonly waiting: ReadonlySet<string>
}

/** Which of the answers of an interview are changed, and to what. */
export type Changing = (person: number, asked: number, values: readonly Value[]) => readonly Value[]

/** Interviews many people about some topics and holds every step against the laws. */
export function prove(
  world: World,
  { topics, flows, questions }: Subject,
  people: Iterable<Sayings>,
  {
    classes,
    today,
    changing,
  }: { readonly classes: Classes; readonly today: Day; readonly changing: Changing },
): Proof {
  const known = new Map<QuestionId, readonly Value[]>(classes)
  const values = (question: QuestionId) => known.get(question) ?? []
  const start = startAbout(world, topics, today)
  const askable = new Set<QuestionId>(questions)
  const breaches: Breach[] = []
  const asked = new Set<QuestionId>()
  const taken = new Set<string>()
  const eligible = new Set<string>()
  const waiting = new Set<string>()
  let interviews = 0
  let changes = 0
  for (const person of people) {
    const says: Says = question => person.get(question) ?? null
    const moments = [...interviewFrom(world, start, says)]
    const end = moments.at(-1) ?? start
    for (const [index, moment] of moments.entries()) {
      const after = moments[index + 1]
      const question = moment.open[0]
      if (!after || question === undefined) continue
      asked.add(question)
      breaches.push(...breachesOfStep(moment, after))
      for (const value of changing(interviews, index, othersThan(says(question), values(question)))) {
        changes++
        const otherwise: Says = id => (id === question ? value : says(id))
        breaches.push(...breachesOfChange(world, moments, index, otherwise))
      }
    }
    const { breaches: atEnd, verdicts } = lookAtEnd(end)
    breaches.push(...atEnd, ...breachesOfVolunteering(world, start, end, interviews))
    // What was not asked is said in several ways, another one with each person.
    for (const way of [0, 1, 2]) {
      const speaks: Says = id =>
        values(id).at((interviews * 3 + way) % Math.max(1, values(id).length)) ?? null
      breaches.push(...breachesOfSilence(end, speaks))
    }
    for (const [offer, verdict] of verdicts) {
      if (verdict.verdict === 'eligible') eligible.add(offer)
      if (waitsInVain(verdict, askable)) waiting.add(offer)
    }
    for (const flow of flows) for (const step of transitionsTaken(flow, end)) taken.add(step)
    interviews++
  }
  return { interviews, changes, breaches, asked, taken, eligible, waiting }
}

/** The first moment of an interview about some topics. */
export const startAbout = (world: World, topics: readonly Topic[], today: Day): Standing =>
  stand(world, { lang: 'de', answers: [{ question: 'topics', value: topics }] }, today)

const othersThan = (value: Value, values: readonly Value[]): readonly Value[] =>
  values.filter(other => JSON.stringify(other) !== JSON.stringify(value))

/** How many classes each question has. */
export const sizesOf = (classes: Classes): readonly number[] =>
  [...classes.values()].map(values => values.length)

/** The people of a covering array. */
export function* peopleOf(classes: Classes, rows: Iterable<Row>): Iterable<Sayings> {
  const questions = [...classes]
  for (const row of rows) {
    yield new Map(questions.map(([question, values], index) => [question, values[row[index] ?? 0] ?? null]))
  }
}

/** A person of whom some facts are known, and nothing else. */
export const personOf = ({ kreis, gemeinde, ...facts }: Facts): Sayings =>
  new Map([
    ['kreis', gemeinde ?? kreis ?? null],
    ...Object.entries(facts).flatMap(([fact, value]): [QuestionId, Value][] =>
      isQuestionId(fact) ? [[fact, value ?? null]] : [],
    ),
  ])

/** Open, and no question of the topics can settle it: what is left is for law or office, or is not asked here. */
const waitsInVain = (verdict: Verdict, askable: ReadonlySet<QuestionId>): boolean =>
  verdict.verdict === 'undetermined' && !verdict.missing.some(fact => askable.has(questionOf(fact)))

/**
 * Whether answers to some questions can make a rule hold. What is left to law or office never holds,
 * nor does what is not asked.
 */
export function canHold(node: Node, askable: ReadonlySet<QuestionId>, today: Day): boolean {
  if (!node.inForce(today)) return false
  if (node.kind !== 'leaf') {
    const holds = (child: Node) => canHold(child, askable, today)
    return node.kind === 'all' ? node.children.every(holds) : node.children.some(holds)
  }
  if ('fact' in node.leaf) return askable.has(questionOf(node.leaf.fact))
  return node.outcome({}, today) === 'met'
}

/** Every transition that a flow's machine has. */
export const transitionsOf = ({ name, steps }: Flow): readonly string[] =>
  Object.entries(steps).flatMap(([from, { next }]) =>
    (typeof next === 'string' ? [next] : next.map(({ to }) => to)).map(to => `${name}: ${from} → ${to}`),
  )

/** The transitions on the way of somebody, at the end of an interview about this flow's topic alone. */
function transitionsTaken(flow: Flow, { position, today }: Standing): readonly string[] {
  const said = new Map(position.answers.map(answer => [answer.question, answer]))
  const walked: Answer[] = []
  const know = (fact: FactName): Facts => {
    const answer = said.get(fact)
    if (answer) walked.push(answer)
    return factsOf(walked)
  }
  const stepOf = new Map(Object.entries(flow.steps).map(([step, { ask }]) => [ask, step]))
  const way = [...flow.walk(know, today)].map(fact => stepOf.get(fact) ?? fact)
  return way.map((step, index) => `${flow.name}: ${step} → ${way[index + 1] ?? 'done'}`)
}
