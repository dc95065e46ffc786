import { type Html, html } from './html.ts'

/** Icons beside answers, by question and answer, for people who read little; hidden from screen readers. */
const icons: { readonly [question: string]: { readonly [option: string]: string } } = {
  topics: {
    arrival: 'pin',
    german: 'speech',
    family: 'child',
    work: 'briefcase',
    training: 'book',
    money: 'coin',
    housing: 'home',
    legal: 'scales',
    safety: 'shield',
    discrimination: 'hands',
    health: 'heart',
    disability: 'wheelchair',
  },
  employment: {
    employed: 'briefcase',
    minijob: 'clock',
    selfEmployed: 'hands',
    unemployed: 'search',
    training: 'book',
    student: 'book',
    pupil: 'book',
    familyCare: 'child',
    retired: 'coin',
    unableToWork: 'heart',
  },
  housing: { rent: 'home', own: 'home', shared: 'hands', withOthers: 'child', homeless: 'pin' },
}

const yesNo: { readonly [option: string]: string } = { true: 'yes', false: 'no' }

/** An icon of the sprite. */
export const icon = (sprite: string, name: string): Html =>
  html`<svg class="icon" aria-hidden="true" focusable="false"><use href="${sprite}#${name}"/></svg>`

/** The icon of an option, where it has one. */
export function optionIcon(sprite: string, question: string, value: string | boolean): Html | null {
  const name = typeof value === 'boolean' ? yesNo[String(value)] : icons[question]?.[value]
  return name === undefined ? null : icon(sprite, name)
}
