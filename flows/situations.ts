import type { Condition } from '../src/rules/condition.ts'

/** Situations that several flows branch on. A branch stays open while the situation is not surely ruled out. */

export const hasChildren: Condition = { fact: 'childrenAges', some: {} }

export const raisesAlone: Condition = { all: [hasChildren, { fact: 'singleParent', is: true }] }

/** Not German: the questions about residence titles can apply. */
export const isForeign: Condition = { not: { fact: 'residence', is: 'german' } }

/** Holds a title whose paragraph can decide. */
export const hasTitle: Condition = {
  fact: 'residence',
  in: ['residencePermit', 'recognisedRefugee', 'temporaryProtection', 'toleration'],
}

/**
 * May have to live in the reception centre: those in the procedure, and those who came with a right not long ago.
 * Whoever has no papers is not asked: the question alone would frighten.
 */
export const mayLiveInReceptionCentre: Condition = {
  any: [
    { fact: 'residence', in: ['asylumSeeker', 'toleration'] },
    {
      all: [
        { fact: 'residence', in: ['recognisedRefugee', 'temporaryProtection'] },
        { fact: 'arrivalDate', monthsAgo: { below: 24 } },
      ],
    },
  ],
}
