import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readCatalogue } from '../../src/catalogue/read.ts'
import { day } from '../../src/facts/day.ts'
import { factsSchema } from '../../src/facts/schema.ts'
import { evaluate } from '../../src/rules/evaluate.ts'

/**
 * Persons with verdicts, written from the law by people who had not read the rules.
 * What they say is not bent to the rules: where both readings can be defended, a rule may stay open.
 */
const personsSchema = z.array(
  z.strictObject({
    name: z.string(),
    facts: factsSchema,
    verdicts: z.record(z.string(), z.enum(['eligible', 'undetermined', 'ineligible'])),
  }),
)

const folder = 'tests/content/persons'
const persons = readdirSync(folder).flatMap(name =>
  personsSchema.parse(parse(readFileSync(`${folder}/${name}`, 'utf8'))),
)
const { offers } = readCatalogue('catalogue')
const byId = new Map(offers.map(offer => [offer.id, offer]))
/** The day on which the persons were written: the law that they were written from. */
const today = day('2026-11-25')

const judged = persons.flatMap(({ name, facts, verdicts }) =>
  Object.entries(verdicts).map(([id, law]) => {
    const offer = byId.get(id)
    return { name, id, law, rule: offer && evaluate(offer.rule, facts, today).verdict }
  }),
)
const told = ({ name, id, law, rule }: (typeof judged)[number]) => `${name}, ${id}: law ${law}, rule ${rule}`

describe('the independent persons', () => {
  it('are many, and ask for nearly every offer', () => {
    expect(judged.length).toBeGreaterThan(700)
    expect(new Set(judged.map(({ id }) => id)).size).toBeGreaterThan(100)
    expect(judged.filter(({ rule }) => rule === undefined).map(told)).toEqual([])
  })

  it('hear the verdict of the law in at least 97 of 100 cases', () => {
    const others = judged.filter(({ law, rule }) => law !== rule)
    expect(1 - others.length / judged.length, others.map(told).join('\n')).toBeGreaterThanOrEqual(0.97)
  })

  it('never hear the opposite', () => {
    const opposite = judged.filter(
      ({ law, rule }) => law !== rule && law !== 'undetermined' && rule !== 'undetermined',
    )
    expect(opposite.map(told)).toEqual([])
  })
})
