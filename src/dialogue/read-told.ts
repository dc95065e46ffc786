import type { Clause } from './clause.ts'
import type { Listening } from './listening.ts'
import { readMonth } from './read-month.ts'
import { readNumbers } from './read-numbers.ts'
import type { Situations } from './situations.ts'

/** What a clause says in numbers and names, each as a fact; unclear ones are not said. */
type Told = { readonly [fact: string]: unknown }

/** The words of a language that numbers are read by, in the form in which they are compared. */
interface Lesson {
  readonly named: ReadonlyMap<string, number>
  readonly kids: ReadonlySet<string>
  /** Words that say a number by themselves: two children, a year. */
  readonly counting: ReadonlySet<string>
  /** What stands beside numbers: "and", "years". */
  readonly beside: ReadonlySet<string>
  readonly fillers: ReadonlySet<string>
  /** Ways of saying a number, word by word, by what they say. */
  readonly ways: { readonly [K in keyof Situations['numbers']]: readonly (readonly string[])[] }
  readonly homes: readonly (readonly string[])[]
}

/** Learnt once a language. */
const lessons = new WeakMap<Listening, Lesson>()

function learnt(listening: Listening): Lesson {
  const there = lessons.get(listening)
  if (there) return there
  const { vocabulary, situations, words } = listening
  const known = (phrases: readonly string[]) => new Set(phrases.flatMap(phrase => words(phrase)))
  const wordsOf = (ways: readonly string[]) =>
    ways.map(way => way.split(/\s+/).flatMap(part => (part === '#' ? ['#'] : words(part))))
  const { age, disabilityDegree, unemployedMonths, unemployedYears } = situations.numbers
  const counting = [...Object.keys(vocabulary.counted), ...Object.keys(vocabulary.twins)]
  const lesson: Lesson = {
    named: new Map(Object.entries(vocabulary.numbers).map(([name, value]) => [words(name).join(' '), value])),
    kids: known([...vocabulary.children, ...counting]),
    counting: known(
      [...counting, ...Object.keys(vocabulary.spans)].filter(phrase => words(phrase).length === 1),
    ),
    beside: known([
      ...vocabulary.and,
      ...vocabulary.years,
      ...vocabulary.old,
      ...Object.keys(vocabulary.spans),
    ]),
    fillers: known(vocabulary.filler),
    ways: {
      age: wordsOf(age),
      disabilityDegree: wordsOf(disabilityDegree),
      unemployedMonths: wordsOf(unemployedMonths),
      unemployedYears: wordsOf(unemployedYears),
    },
    homes: wordsOf(situations.home),
  }
  lessons.set(listening, lesson)
  return lesson
}

/** The number that a word is, in digits or in letters. */
const numberOf = (word: string | undefined, { named }: Lesson): number | undefined =>
  word !== undefined && /^\d{1,3}$/.test(word) ? Number(word) : named.get(word ?? '')

/** The person's age, degree of disability and months without work, where a clause says them in a known way. */
export function numbersTold({ spoken }: Clause, listening: Listening): Told {
  const lesson = learnt(listening)
  if (!spoken.some(word => numberOf(word, lesson) !== undefined)) return {}
  const read = (what: keyof Lesson['ways']) => numberIn(spoken, lesson.ways[what], lesson)
  const age = read('age')
  const degree = read('disabilityDegree')
  const years = read('unemployedYears')
  const months = read('unemployedMonths') ?? (years === undefined ? undefined : years * 12)
  return {
    // Younger ones do not speak of themselves here: another number was meant.
    ...(age !== undefined && age >= 12 && { age }),
    ...(degree !== undefined && { disabilityDegree: degree }),
    ...(months !== undefined && { unemployedMonths: months }),
  }
}

/** The one number that stands for `#` in a way of saying it; a way that ends with it must end the clause. */
function numberIn(
  spoken: readonly string[],
  ways: readonly (readonly string[])[],
  lesson: Lesson,
): number | undefined {
  const found = ways.flatMap(way =>
    spoken.flatMap((_, start) => {
      const fits = way.every((part, index) => {
        const word = spoken[start + index]
        return part === '#' ? numberOf(word, lesson) !== undefined : part === word
      })
      const isWhole = way.at(-1) !== '#' || start + way.length === spoken.length
      return fits && isWhole ? (numberOf(spoken[start + way.indexOf('#')], lesson) ?? []) : []
    }),
  )
  const [only, ...others] = new Set(found)
  return others.length === 0 ? only : undefined
}

/** The month in which the person came to Germany. */
export function monthTold({ spoken, entries }: Clause, listening: Listening): Told {
  const speaksOfArrival = [...listening.arrival(spoken)].length > 0
  // "Out of work in Germany since May 2023": the month belongs to something else.
  if (!speaksOfArrival || entries.some(({ meaning }) => meaning.says)) return {}
  const arrivalDate = readMonth(spoken.join(' '), listening)
  return arrivalDate === undefined || arrivalDate === 'unclear' ? {} : { arrivalDate }
}

/** Longest name of a place, in words. */
const longestName = 4

/** The key of the place where the person lives, where its name follows words that say so. */
export function homeTold({ spoken, entries }: Clause, listening: Listening): string | undefined {
  const used = new Set(entries.flatMap(({ at }) => at))
  for (const wanted of learnt(listening).homes) {
    const start = spoken.findIndex((_, at) => wanted.every((word, index) => spoken[at + index] === word))
    if (start === -1) continue
    const after = start + wanted.length
    for (let length = longestName; length > 0; length--) {
      // "I live in a Heim" names no place, though there may be one of that name.
      const isFree = after + length <= spoken.length && !used.has(after + length - 1)
      const home = isFree ? listening.place(spoken.slice(after, after + length).join(' ')) : undefined
      if (home !== undefined) return home
    }
  }
  return undefined
}

/** The ages of the children who live with the person, where a sentence says how many there are and how old they are. */
export function childrenTold(sentence: readonly Clause[], listening: Listening): Told {
  const lesson = learnt(listening)
  const { kids, counting, beside, fillers } = lesson
  const isNumber = (word: string) => numberOf(word, lesson) !== undefined
  const counts = (word: string) => isNumber(word) || kids.has(word)
  const speaks = ({ spoken }: Clause) => spoken.some(word => kids.has(word))
  const goesOn = (clause: Clause | undefined) =>
    clause !== undefined &&
    (speaks(clause) || clause.spoken.every(word => isNumber(word) || beside.has(word)))

  let from = sentence.findIndex(speaks)
  if (from === -1) return {}
  let to = from + 1
  while (goesOn(sentence[to])) to++
  while (goesOn(sentence[from - 1])) from--
  const about = sentence.slice(from, to)
  if (about.some(({ isOpen, isOfOthers, negations }) => isOpen || isOfOthers || negations.length > 0))
    return {}

  const parts = about.map(({ spoken }) =>
    rows(spoken, word => counts(word) || beside.has(word) || fillers.has(word)).filter(row =>
      row.some(counts),
    ),
  )
  // Other words between the numbers: it is not clear what these count.
  if (parts.some(({ length }) => length > 1)) return {}
  const said = parts.flatMap(part => part.map(row => row.join(' '))).join(', ')
  const ages = readNumbers(said, 'childrenAges', { kind: 'numbers' }, listening)
  if (ages.kind !== 'answer' || !Array.isArray(ages.value) || ages.value.length === 0) return {}
  // "My daughter is 5" does not say that she is the only one.
  const isCounted = listening.words(said).filter(word => isNumber(word) || counting.has(word)).length > 1
  return isCounted ? { childrenAges: ages.value } : {}
}

/** The rows of words that fit, one after the other. */
function rows(spoken: readonly string[], fits: (word: string) => boolean): readonly (readonly string[])[] {
  const found: string[][] = [[]]
  for (const word of spoken) {
    if (fits(word)) found.at(-1)?.push(word)
    else found.push([])
  }
  return found
}
