import { isUnitSort, type NumberReading, type Token, tokensOf, type Unit } from './number-tokens.ts'
import { parseValue, type QuestionForm, type QuestionId } from './question.ts'
import type { Understood } from './understood.ts'

/** A number or time that is said. */
interface Amount {
  readonly value: number
  readonly unit: Unit | 'none'
  /** Whether it follows the one before it without "and" or comma. */
  readonly isJoined: boolean
  /** Whether it may be two numbers just as well. */
  readonly isLoose: boolean
  readonly isDigits: boolean
  /** How many children have this age: twins share it. */
  readonly times: number
}

/**
 * Reads a number, a time in months, or the ages of children, from words.
 * "Two kids, 1 and 4" holds a count and two ages; a number that could be either is not guessed.
 */
export function readNumbers(
  text: string,
  question: QuestionId,
  { kind }: Pick<QuestionForm, 'kind'>,
  knowing: NumberReading,
): Understood {
  const { vocabulary, words } = knowing
  const spoken = words(text)
  const fits = (phrases: readonly string[]) =>
    phrases.some(phrase => words(phrase).join(' ') === spoken.join(' '))
  if (kind === 'numbers' && (fits(vocabulary.none) || fits(vocabulary.no)))
    return { kind: 'answer', value: [] }

  const unit = kind === 'numbers' ? 'years' : unitOf(question)
  // "2,5" may be one number or two; only where one time is asked for, "1,5 years" are a year and a half.
  const halves = unit === 'months' ? text.replace(half, '$1') : text
  if (decimal.test(halves)) return unsure
  const tokens = tokensOf(halves, knowing)
  if (!tokens.some(({ is }) => is === 'number' || is === 'span')) return { kind: 'nothing' }
  const amounts = tokens.some(({ is }) => is === 'other') ? undefined : amountsIn(tokens)
  if (!amounts) return unsure
  const isHalf = halves !== text
  const read =
    kind === 'numbers' ? agesIn(tokens, amounts) : numberIn(tokens, isHalf ? halved(amounts) : amounts, unit)
  const value = read === undefined ? undefined : parseValue(question, read)
  return value === undefined ? unsure : { kind: 'answer', value }
}

const unsure: Understood = { kind: 'unsure', options: [] }
const half = /(?<!\p{Nd})(\p{Nd}{1,2})[.,٫][5٥۵](?!\p{Nd})/u
const decimal = /\p{Nd}[.,٫]\p{Nd}/u

/** The unit that a question's number is in; its name says so. */
function unitOf(question: QuestionId): 'months' | 'years' | 'none' {
  if (question.endsWith('Months')) return 'months'
  return question === 'age' ? 'years' : 'none'
}

/** The numbers and times that are said; `undefined` where one of them is unclear. */
function amountsIn(tokens: readonly Token[]): Amounts | undefined {
  const amounts: Amount[] = []
  const counts: number[] = []
  let isJoined = false
  /** Children born together whose age comes next. */
  let expected = 1
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    const next = tokens[at + 1]
    switch (token?.is) {
      case 'number': {
        if (next?.is === 'children') counts.push(token.value)
        else if (next?.is === 'twins' || next?.is === 'span') {
          // "A pair of twins", "one half year": any other number beside them is unclear.
          const fits =
            next.is === 'twins' ? token.value === next.value || token.value === 1 : token.value === 1
          if (!fits) return undefined
        } else if (isPronoun(tokens, at)) break
        else if (next?.is === 'counted' || (next?.is === 'number' && !(token.isDigits && next.isDigits))) {
          return undefined
        } else {
          const unit = isUnitSort(next) ? next.is : 'none'
          if (unit !== 'none') at++
          amounts.push({
            value: token.value,
            unit,
            isJoined,
            isLoose: token.isLoose ?? false,
            isDigits: token.isDigits,
            times: expected,
          })
          expected = 1
          isJoined = true
        }
        break
      }
      case 'span':
        amounts.push({
          value: token.value,
          unit: 'months',
          isJoined,
          isLoose: false,
          isDigits: false,
          times: expected,
        })
        expected = 1
        isJoined = true
        break
      case 'twins': {
        // "3-year-old twins": the age stands before them.
        const last = amounts.at(-1)
        if (isJoined && last?.times === 1) amounts.splice(-1, 1, { ...last, times: token.value })
        else if (expected === 1) expected = token.value
        else return undefined
        break
      }
      case 'counted':
        counts.push(token.value)
        break
      case 'and':
        isJoined = false
        break
      case 'years':
      case 'months':
      case 'old':
      case 'other':
        return undefined
      case 'children':
      case 'filler':
      case undefined:
        break
      default:
        return token satisfies never
    }
  }
  return expected === 1 ? { amounts, counts } : undefined
}

interface Amounts {
  readonly amounts: readonly Amount[]
  /** How many children are said to be there. */
  readonly counts: readonly number[]
}

/** "One is four and one is seven": a one that stands for a child, with its age behind it. */
function isPronoun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.is !== 'number' || token.value !== 1 || tokens[at + 1]?.is !== 'filler') return false
  const behind = tokens.slice(at + 1).find(({ is }) => is !== 'filler')
  return behind?.is === 'number' || behind?.is === 'span'
}

/** The one number that is asked for, in its unit. */
function numberIn(
  tokens: readonly Token[],
  { amounts, counts }: Amounts,
  asked: 'months' | 'years' | 'none',
): number | undefined {
  const isAboutChildren = counts.length > 0 || tokens.some(({ is }) => is === 'children' || is === 'twins')
  const [first, second, ...others] = amounts
  if (!first || isAboutChildren || others.length > 0) return undefined
  if (second) {
    const isOneTime = first.unit === 'years' && second.unit === 'months' && second.value < 12
    return asked === 'months' && isOneTime ? first.value * 12 + second.value : undefined
  }
  const { value, unit } = first
  if (unit === 'none') return value
  if (asked === 'years') {
    if (unit !== 'months') return value
    return value > 0 && value % 12 === 0 ? value / 12 : undefined
  }
  if (asked === 'none' || unit === 'old') return undefined
  return unit === 'years' ? value * 12 : value
}

/** "1,5 years": a single time in years, and half a year more. */
function halved({ amounts, counts }: Amounts): Amounts {
  const [only, ...others] = amounts
  const isYears = only?.unit === 'years' && others.length === 0
  return { amounts: isYears ? [{ ...only, unit: 'months', value: only.value * 12 + 6 }] : [], counts }
}

/** The ages of children in full years; where children are counted, there must be as many ages. */
function agesIn(tokens: readonly Token[], { amounts, counts }: Amounts): readonly number[] | undefined {
  const isMixed = amounts.some(({ unit }) => unit === 'months') && amounts.some(({ unit }) => unit === 'none')
  if (isMixed || amounts.some(({ isLoose }) => isLoose)) return undefined
  if (counts.length === 0 && (isCountAfterAll(tokens, amounts) || isCountFirst(amounts))) return undefined
  // "Two" may be two children, or one of two years.
  if (counts.length === 0 && amounts.length === 1 && isBareAndSmall(amounts[0])) return undefined
  const children = counts.reduce((sum, count) => sum + count, 0)
  const born = amounts.reduce((sum, { times }) => sum + (times > 1 ? times : 0), 0)
  const fits = (ages: readonly number[]) =>
    counts.length === 0 || ages.length === children || (born > 0 && ages.length === children + born)
  const readings = [joined(amounts, false), joined(amounts, true)].map(years).filter(fits)
  // Whoever says "I am 32 and my child is 4" names their own age; grown children are written into the fields.
  if (readings.some(ages => ages.some(age => age > oldestChild))) return undefined
  const [only, ...others] = new Map(readings.map(ages => [ages.join(), ages])).values()
  return others.length === 0 ? only : undefined
}

/** Years with months behind them are one age: surely without "and" between them, perhaps with it. */
function joined(amounts: readonly Amount[], alsoBesideAnd: boolean): readonly Amount[] {
  const list: Amount[] = []
  for (const amount of amounts) {
    const last = list.at(-1)
    const isPart = amount.unit === 'months' && amount.value > 0 && amount.value < 12
    // "A baby, 8 months" may be one child as well.
    const hasPart = last?.unit === 'years' || (last?.unit === 'months' && last.value === 0)
    const isOneAge = isPart && hasPart && (amount.isJoined || alsoBesideAnd)
    if (!isOneAge) list.push(amount)
  }
  return list
}

/** Ages in full years, as the law counts them: a child of one and a half is one, a baby of six months none. */
const years = (amounts: readonly Amount[]): readonly number[] =>
  amounts.flatMap(({ value, unit, times }) =>
    Array.from({ length: times }, () => (unit === 'months' ? Math.floor(value / 12) : value)),
  )

/** A number with nothing beside it that people also have children: it may count them. */
const isBareAndSmall = (amount: Amount | undefined): boolean =>
  amount?.unit === 'none' && amount.times === 1 && amount.value <= manyChildren
const manyChildren = 6

/** Above it an age is more likely the person's own, in years. */
const oldestChild = 25

/** "Kids: 2" may count them: one number beside a word for children is an age only with its unit. */
const isCountAfterAll = (tokens: readonly Token[], amounts: readonly Amount[]): boolean =>
  amounts.length === 1 && amounts[0]?.unit === 'none' && tokens.some(({ is }) => is === 'children')

/** "Three, five years, seven years and nine years" or "one, 5": the first may count the others, as it is said differently. */
function isCountFirst([first, ...ages]: readonly Amount[]): boolean {
  if (first?.unit !== 'none' || ages.length === 0 || first.value !== ages.length) return false
  const isSaidInWords = !first.isDigits && ages.every(({ isDigits }) => isDigits)
  return isSaidInWords || (ages.length > 1 && ages.every(({ unit }) => unit !== 'none'))
}
