import { describe, expect, it } from 'vitest'
import { day } from '../../src/facts/day.ts'
import { topics } from '../../src/facts/topics.ts'
import { classesOf, subjectOf, valuesAround } from '../support/equivalence.ts'
import { covering } from '../support/pairwise.ts'
import { placesOfHesse } from '../support/places-of-hesse.ts'
import { oneByOne, wholeProduct } from '../support/product.ts'
import { peopleOf, prove, sizesOf, startAbout } from '../support/proof.ts'
import { realContent } from '../support/service.ts'

const { world } = realContent()
const today = day('2026-11-25')
const setting = { today, places: placesOfHesse() }
/** So many moments are walked on from at most; a topic with more is covered by all triples of answers instead. */
const limit = Number(process.env['HESSENLOTSE_MOMENTS'] ?? 2_000_000)
/** So many interviews are walked one by one too, which shows that like moments were rightly taken for one. */
const fewEnough = 1_000_000

const subjects = topics.map(topic => {
  const subject = subjectOf(world, [topic])
  return { topic, subject, start: startAbout(world, [topic], today), classes: classesOf(subject, setting) }
})

describe.each(subjects)('all interviews about $topic', ({ topic, subject, start, classes }) => {
  it('keep the laws, whatever is answered', () => {
    const product = wholeProduct(world, start, classes, limit)
    if (product) {
      console.log(`${topic}: full product, ${product.interviews} interviews over ${product.moments} moments`)
      expect(product.breaches).toEqual([])
      if (product.interviews <= fewEnough) {
        expect(oneByOne(world, start, classes)).toBe(Number(product.interviews))
        console.log(`${topic}: as many, walked one by one`)
      }
      return
    }
    const proof = prove(world, subject, peopleOf(classes, covering(sizesOf(classes), 3)), {
      classes,
      today,
      changing: () => [],
    })
    console.log(`${topic}: more than ${limit} moments, so all triples: ${proof.interviews} interviews`)
    expect(proof.breaches).toEqual([])
  })

  it('may change every answer to every other class', () => {
    const around = valuesAround(subject, setting)
    const proof = prove(world, subject, peopleOf(around, covering(sizesOf(around))), {
      classes: around,
      today,
      changing: (_, __, others) => others,
    })
    console.log(`${topic}: ${proof.changes} answers changed in ${proof.interviews} interviews`)
    expect(proof.breaches).toEqual([])
  })
})
