import { day } from '../src/facts/day.ts'
import { topics } from '../src/facts/topics.ts'
import { loadContent } from '../src/server/content.ts'
import { interviewOf, median } from '../tests/support/one-interview.ts'
import { type RealisticPerson, realisticPeople } from '../tests/support/realistic-people.ts'

/**
 * How many questions it takes to the verdicts that full knowledge gives, against asking everything in the flows'
 * order. Aim for one topic: at most 8 for half of the people.
 */
const { world } = loadContent('.')
const today = day('2026-11-25')
const people = realisticPeople(40)

/** The questions that one person is asked: until all verdicts stand, until nothing matters any more, and in plain order. */
function measure(person: RealisticPerson) {
  const { reached, asked } = interviewOf(world, person, today)
  const everything = interviewOf(world, person, today, ({ position }) => position.ahead[0])
  return { reached: reached ?? asked.length, asked: asked.length, everything: everything.asked.length }
}
type Measured = ReturnType<typeof measure>

const quantile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.ceil(share * numbers.length) - 1] ?? 0

function print(name: string, measured: readonly Measured[]): void {
  const line = (of: (one: Measured) => number) => {
    const numbers = measured.map(of)
    return `${String(median(numbers)).padStart(3)} (${quantile(numbers, 0.1)}–${quantile(numbers, 0.9)})`.padEnd(
      13,
    )
  }
  console.log(
    `interviews: ${name.padEnd(20)} ${String(measured.length).padStart(4)} people  to the verdicts ${line(one => one.reached)} to the end ${line(one => one.asked)} everything in flow order ${line(one => one.everything)}`,
  )
}

console.log('interviews: questions, median (10th–90th of a hundred people)')
const one = people.filter(person => person.topics.length === 1)
for (const topic of topics) print(topic, one.filter(person => person.topics[0] === topic).map(measure))
const alone = one.map(measure)
print('one topic', alone)
print('three topics or more', people.filter(person => person.topics.length >= 3).map(measure))
console.log(
  `interviews: ${Math.round((alone.filter(({ reached }) => reached <= 8).length / alone.length) * 100)} of 100 people with one topic need at most 8 questions (aim: 50)`,
)
