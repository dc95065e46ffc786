import type { Condition } from '../src/rules/condition.ts'

/** Situations that several flows branch on. A branch stays open while the situation is not surely ruled out. */

export const hasChildren: Condition = { fact: 'childrenAges', some: {} }

export const raisesAlone: Condition = { fact: 'singleParent', is: true }

/** Not German: the questions about residence titles can apply. */
export const isForeign: Condition = { not: { fact: 'residence', is: 'german' } }

/** Holds a title whose paragraph can decide. */
export const hasTitle: Condition = {
  fact: 'residence',
  in: ['residencePermit', 'recognisedRefugee', 'temporaryProtection', 'toleration'],
}

/** May have to live in the reception centre. */
export const mayLiveInReceptionCentre: Condition = {
  fact: 'residence',
  in: ['asylumSeeker', 'toleration', 'undocumented'],
}

export const seeksWork: Condition = { fact: 'employment', in: ['unemployed', 'familyCare', 'minijob'] }
