import type { Locale } from '../../src/i18n/locale.ts'

const words: Locale['words'] = {
  yes: ['ja'],
  no: ['nein'],
  none: ['keine'],
  unknown: ['weiß nicht'],
  refused: ['sage ich nicht'],
  numbers: { eins: 1 },
  tens: 'last',
  and: ['und'],
  years: ['jahre'],
  months: ['monate'],
  children: ['kinder'],
  filler: ['ich'],
  old: ['alt'],
  spans: {},
  counted: {},
  twins: {},
  monthNames: {},
  beforeOrAfter: ['vor'],
  dwelling: ['ich wohne in'],
  around: ['ich'],
  or: ['oder'],
  maybe: ['vielleicht'],
  think: ['ich glaube'],
  negations: ['nicht'],
  common: ['der'],
  elsewhere: [],
  names: [],
}
const danger: Locale['danger'] = {
  groups: {},
  violence: [],
  suicide: [],
  child: [],
  trafficking: [],
  medical: [],
  homeless: [],
  harmless: [],
}
const situations: Locale['situations'] = {
  entries: [],
  others: [],
  self: [],
  asking: [],
  doubts: [],
  wishes: [],
  breaks: [],
  numbers: { age: [], disabilityDegree: [], unemployedMonths: [], unemployedYears: [] },
  arrival: [],
  home: [],
}
const status: Locale['status'] = { texts: {}, reviews: {} }
const rest = {
  status,
  documents: {},
  risks: {},
  lexicon: {},
  synonyms: {},
  offers: {},
  words,
  danger,
  situations,
}

/** An original with every text. */
export const smallGerman: Locale = {
  ...rest,
  language: { code: 'de', name: 'Deutsch', dir: 'ltr', digits: 'latn' },
  ui: {
    greeting: 'Guten Tag',
    farewell: 'Auf Wiedersehen',
    echo: 'Sie sagen: {{text}}',
    pair: '{{first}} und {{second}}',
    nested: { deep: 'tief' },
    children_one: '{{count}} Kind',
    children_other: '{{count}} Kinder',
  },
  questions: { age: { text: 'Wie alt?', short: 'Alter', why: 'Für die Hilfe.' } },
  criteria: {},
  offers: { help: { title: 'Hilfe', summary: 'Hilfe für alle', nextStep: 'Kommen Sie.' } },
}

/** A translation that lacks some texts and has forms of the plural that German has not. */
export const smallUkrainian: Locale = {
  ...rest,
  language: { code: 'uk', name: 'Українська', dir: 'ltr', digits: 'latn' },
  ui: {
    greeting: 'Добрий день',
    echo: 'Ви кажете: {{text}}',
    children_one: '{{count}} дитина',
    children_few: '{{count}} дитини',
    children_many: '{{count}} дітей',
    children_other: '{{count}} дитини',
  },
  questions: {},
  criteria: {},
}

/** A translation that runs from right to left, with a word for two. */
export const smallArabic: Locale = {
  ...rest,
  language: { code: 'ar', name: 'العربية', dir: 'rtl', digits: 'latn' },
  ui: {
    greeting: 'نهارك سعيد',
    children_zero: 'لا أطفال',
    children_one: 'طفل واحد',
    children_two: 'طفلان',
    children_few: '{{count}} أطفال',
    children_many: '{{count}} طفلا',
    children_other: '{{count}} طفل',
  },
  questions: {},
  criteria: {},
}
