import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Counts, countsShown, type Frame } from '../../src/counsel/counts-shown.ts'
import { threshold } from '../../src/storage/tallies.ts'

const frame: Frame = { topics: ['family', 'work'], questions: ['age', 'partner'], parts: ['d1', 'd2', 'd3'] }

/** Every number that a view is made of, under a name: those of the topics, offers, questions and words, and of the days. */
const names = [
  ...frame.topics.map(key => `topic ${key}`),
  ...['a', 'b'].flatMap(key => [`offerShown ${key}`, `offerOpened ${key}`]),
  ...frame.questions.flatMap(key =>
    ['Asked', 'Answered', 'Unknown', 'Refused'].map(kind => `question${kind} ${key}`),
  ),
  'search pizza',
  ...frame.parts.flatMap(key => [`stage/begun ${key}`, `stage/results ${key}`, `handover ${key}`]),
]

/** The view of some numbers; what is too small doesn't come out of the database. */
function viewOf(numbers: ReadonlyMap<string, number>) {
  const sums = [...numbers].flatMap(([name, count]) => {
    const [kind = '', key = ''] = name.split(' ')
    const [first = '', stage = ''] = kind.split('/')
    const isOfPart = first === 'stage' || first === 'handover'
    return count < threshold
      ? []
      : [{ isOfPart, kind: first, subject: isOfPart ? stage : key, part: isOfPart ? key : '', count }]
  })
  const counts: Counts = {
    bySubject: sums.filter(({ isOfPart }) => !isOfPart),
    byPart: sums.filter(({ isOfPart }) => isOfPart),
    reports: [],
  }
  return countsShown(counts, frame)
}

const numbers = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 80 })), {
    minLength: names.length,
    maxLength: names.length,
  })
  .map(values => new Map(names.map((name, at) => [name, values[at] ?? 0])))

/** Who left at a question, by the true numbers. */
const leftAt = (all: ReadonlyMap<string, number>, key: string) =>
  ['Answered', 'Unknown', 'Refused'].reduce(
    (left, kind) => left - (all.get(`question${kind} ${key}`) ?? 0),
    all.get(`questionAsked ${key}`) ?? 0,
  )

describe('what is shown of counts', () => {
  it('holds no number below the threshold', () => {
    fc.assert(
      fc.property(numbers, all => {
        for (const { rows } of viewOf(all))
          for (const { cells } of rows)
            for (const cell of cells)
              if (cell.kind === 'shown') expect(cell.count).toBeGreaterThanOrEqual(threshold)
      }),
    )
  })

  it('is the very same for another number in place of each that is hidden, so that none can be worked out', () => {
    fc.assert(
      fc.property(numbers, all => {
        const view = JSON.stringify(viewOf(all))
        for (const [name, count] of all) {
          if (count >= threshold) continue
          const others = [count - 1, count + 1].filter(other => other >= 0 && other < threshold)
          for (const other of others)
            expect(JSON.stringify(viewOf(new Map(all).set(name, other))), name).toBe(view)
        }
      }),
    )
  })

  it('lets nobody work out that few people left at a question', () => {
    fc.assert(
      fc.property(numbers, all => {
        const view = JSON.stringify(viewOf(all))
        for (const key of frame.questions) {
          const asked = `questionAsked ${key}`
          const left = leftAt(all, key)
          if (left < 0 || left >= threshold) continue
          const same = [-1, 1].filter(
            by => JSON.stringify(viewOf(new Map(all).set(asked, (all.get(asked) ?? 0) + by))) === view,
          )
          // Where the number asked is shown, one of the parts is hidden and leaves the difference open.
          const isOpen = ['Answered', 'Unknown', 'Refused'].some(
            kind => (all.get(`question${kind} ${key}`) ?? 0) < threshold,
          )
          expect(same.length > 0 || isOpen, key).toBe(true)
        }
      }),
    )
  })

  it('covers the number of questions asked where it would give away a small difference, and tells a large one', () => {
    const asked = (count: number) =>
      viewOf(
        new Map([
          ['questionAsked age', count],
          ['questionAnswered age', 20],
          ['questionUnknown age', 12],
          ['questionRefused age', 11],
        ]),
      ).find(({ name }) => name === 'questions')?.rows[0]?.cells
    expect(asked(45)?.map(({ kind }) => kind)).toEqual(['covered', 'shown', 'shown', 'shown', 'below'])
    expect(asked(60)?.at(-1)).toEqual({ kind: 'shown', count: 17 })
  })

  it('sums the shown cells alone', () => {
    fc.assert(
      fc.property(numbers, all => {
        for (const { columns, rows, sums } of viewOf(all))
          for (const at of columns.keys()) {
            const shown = rows.flatMap(({ cells }) => {
              const cell = cells[at]
              return cell?.kind === 'shown' ? [cell.count] : []
            })
            expect(sums[at]).toBe(shown.reduce((sum, count) => sum + count, 0))
          }
      }),
    )
  })

  it('shows reports from the first on', () => {
    const reports = [{ kind: 'report', subject: 'a:moved', part: '', count: 1 }]
    const tables = countsShown({ bySubject: [], byPart: [], reports }, frame)
    expect(tables.find(({ name }) => name === 'reports')?.rows).toEqual([
      { key: 'a:moved', cells: [{ kind: 'shown', count: 1 }] },
    ])
  })
})
