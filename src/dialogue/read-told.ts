import type { Clause } from './clause.ts'
import type { Listening } from './listening.ts'
import { numberOf } from './number-tokens.ts'
import { readMonth } from './read-month.ts'
import { readNumbers } from './read-numbers.ts'
import type { Situations } from './situation-phrases.ts'

/** What a clause says in numbers and names, each as a fact; unclear ones are not said. */
type Told = { readonly [fact: string]: unknown }

/** The words of a language that numbers are read by, in the form in which they are compared. */
interface Lesson {
  readonly kids: ReadonlySet<string>
  /** Words that say a number by themselves: two children, a year. */
  readonly counting: ReadonlySet<string>
  /** What stands beside numbers: "and", "years". */
  readonly beside: ReadonlySet<string>
  /** Parts of a year: beside ages in years they leave open which number is what. */
  readonly months: ReadonlySet<string>
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
    kids: known([...vocabulary.children, ...counting]),
    counting: known(
      [...counting, ...Object.keys(vocabulary.spans)].filter(phrase => words(phrase).length === 1),
    ),
    months: known(vocabulary.months),
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

/** The person's age, degree of disability and months without work, where a clause says them in a known way. */
export function numbersTold({ spoken }: Clause, listening: Listening): Told {
  const numbers = spoken.map(word => numberOf(word, listening))
  if (numbers.every(number => number === undefined)) return {}
  const { ways } = learnt(listening)
  const read = (what: keyof typeof ways) => numberSaid(spoken, numbers, ways[what])
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
function numberSaid(
  spoken: readonly string[],
  numbers: readonly (number | undefined)[],
  ways: readonly (readonly string[])[],
): number | undefined {
  const found = new Set<number>()
  for (const [at, number] of numbers.entries()) {
    if (number === undefined) continue
    for (const way of ways) {
      const start = at - way.indexOf('#')
      const fits = way.every((part, index) => part === '#' || part === spoken[start + index])
      const isWhole = way.at(-1) !== '#' || at === spoken.length - 1
      if (fits && isWhole) found.add(number)
    }
  }
  const [only, ...others] = found
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
/** Who says more often where they live tells of a journey; and to look for names takes time. */
const mostHomes = 4

/** The keys of the places where the person lives, where their names follow words that say so. */
export function homesTold(clauses: readonly Clause[], listening: Listening): readonly string[] {
  const { homes } = learnt(listening)
  const named = clauses.flatMap(clause =>
    [...new Set(homes.flatMap(words => endOf(words, clause.spoken)))].map(from => ({ clause, from })),
  )
  if (named.length > mostHomes) return []
  return named.flatMap(({ clause, from }) => placeFrom(from, clause, listening) ?? [])
}

/** Where words that follow each other end; none where they don't occur. */
function endOf(wanted: readonly string[], spoken: readonly string[]): readonly number[] {
  const start = spoken.findIndex((_, at) => wanted.every((word, index) => spoken[at + index] === word))
  return start === -1 ? [] : [start + wanted.length]
}

/** The key of the place whose name begins at a word: the longest name that is one. */
function placeFrom(from: number, { spoken, entries }: Clause, { place }: Listening): string | undefined {
  const used = new Set(entries.flatMap(({ at }) => at))
  for (let end = Math.min(from + longestName, spoken.length); end > from; end--) {
    // "I live in a Heim" names no place, though there may be one of that name.
    const home = used.has(end - 1) ? undefined : place(spoken.slice(from, end).join(' '))
    if (home !== undefined) return home
  }
  return undefined
}

/** The ages of the children who live with the person, where a sentence says how many there are and how old they are. */
export function childrenTold(sentence: readonly Clause[], listening: Listening): Told {
  const { kids, counting, beside, months, fillers } = learnt(listening)
  const isNumber = (word: string) => numberOf(word, listening) !== undefined
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
  const neighbours = sentence.slice(Math.max(0, from - 1), to + 1)
  if (neighbours.some(({ spoken }) => spoken.some(word => months.has(word)))) return {}
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
  // "My daughter is 5" does not say that she is the only one.
  const isCounted = listening.words(said).filter(word => isNumber(word) || counting.has(word)).length > 1
  if (!isCounted) return {}
  const ages = readNumbers(said, 'childrenAges', { kind: 'numbers' }, listening)
  const isTold = ages.kind === 'answer' && Array.isArray(ages.value) && ages.value.length > 0
  return isTold ? { childrenAges: ages.value } : {}
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
