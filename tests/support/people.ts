import type { Person } from './conversation.ts'

/** A mother from Kharkiv with protection under § 24, alone with two small children, without maintenance. */
export const motherFromKharkiv: Person = {
  topics: ['family', 'german'],
  childrenAges: [1, 4],
  singleParent: true,
  receivesMaintenance: false,
  pregnant: false,
  residence: 'temporaryProtection',
  titleSince: '2022-05',
  arrivalDate: '2022-03',
  employment: 'familyCare',
  returningToWork: false,
  benefitsReceived: ['sgb2'],
  earnings: 'none',
  partner: 'separated',
  lowIncome: true,
  age: 31,
  germanLevel: 'none',
  kreis: '34117',
}

/** A father from Aleppo, recognised as a refugee, with his wife, a small child and a schoolchild. */
export const fatherFromAleppo: Person = {
  topics: ['family', 'german'],
  childrenAges: [2, 9],
  singleParent: false,
  pregnant: false,
  residence: 'recognisedRefugee',
  residenceBasis: 'protection',
  titleSince: '2024-02',
  arrivalDate: '2023-05',
  employment: 'unemployed',
  returningToWork: false,
  benefitsReceived: ['sgb2'],
  earnings: 'none',
  partner: 'livesTogether',
  lowIncome: true,
  age: 38,
  germanLevel: 'A1',
  kreis: '60311',
}
