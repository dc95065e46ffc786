import { describe, expect, it } from 'vitest'
import type { Locale } from '../../src/i18n/locale.ts'
import { createSpeeches } from '../../src/i18n/speech.ts'
import { renewed, reviewed, standingOf } from '../../src/i18n/status.ts'
import { smallGerman, smallUkrainian } from '../support/small-locales.ts'

const reader = { by: 'Olena', on: '2026-12-01' }
/** Ukrainian as it is after everything was translated and recorded. */
const recorded: Locale = { ...smallUkrainian, status: renewed(smallUkrainian, smallGerman) }
const readBy = (locale: Locale, keys: readonly string[]): Locale => ({
  ...locale,
  status: reviewed(locale, smallGerman, keys, reader),
})
const changedGerman: Locale = { ...smallGerman, ui: { ...smallGerman.ui, greeting: 'Willkommen' } }

describe('a text', () => {
  it('of German is the original', () => {
    const { keys, stateOf } = standingOf(smallGerman, smallGerman)
    expect(new Set(keys.map(stateOf))).toEqual(new Set(['original']))
  })

  it('is a draft until a human has read it', () => {
    expect(standingOf(recorded, smallGerman).stateOf('ui:greeting')).toBe('draft')
    expect(standingOf(readBy(recorded, ['ui:greeting']), smallGerman).stateOf('ui:greeting')).toBe('reviewed')
  })

  it('is a draft again when its German has changed', () => {
    const read = readBy(recorded, ['ui:greeting', 'ui:echo'])
    const { stateOf, isStale } = standingOf(read, changedGerman)
    expect([stateOf('ui:greeting'), isStale('ui:greeting')]).toEqual(['draft', true])
    expect([stateOf('ui:echo'), isStale('ui:echo')]).toEqual(['reviewed', false])
  })

  it('is a draft again when it was edited after the review', () => {
    const read = readBy(recorded, ['ui:greeting'])
    const edited = { ...read, ui: { ...read.ui, greeting: 'Вітаю' } }
    const { stateOf, isUnrecorded } = standingOf(edited, smallGerman)
    expect([stateOf('ui:greeting'), isUnrecorded('ui:greeting')]).toEqual(['draft', true])
  })

  it('with several forms of the plural is one text', () => {
    const { keys } = standingOf(recorded, smallGerman)
    expect(keys.filter(key => key.startsWith('ui:children'))).toEqual(['ui:children'])
  })
})

describe('the words by which a danger is heard', () => {
  it('are reviewed like a text, and drafts again with the next word', () => {
    const read = readBy(recorded, ['danger:violence'])
    expect(standingOf(read, smallGerman).stateOf('danger:violence')).toBe('reviewed')
    const more = { ...read, danger: { ...read.danger, violence: ['вдарив'] } }
    expect(standingOf(more, smallGerman).stateOf('danger:violence')).toBe('draft')
  })
})

describe('recording', () => {
  it('takes what was edited as translated from the German of today, and leaves what was not', () => {
    const edited = { ...recorded, ui: { ...recorded.ui, echo: 'Ви сказали: {{text}}' } }
    const later = { ...changedGerman, ui: { ...changedGerman.ui, echo: 'Sie sagten: {{text}}' } }
    const after = { ...edited, status: renewed(edited, later) }
    const { isStale, isUnrecorded } = standingOf(after, later)
    expect([isStale('ui:echo'), isStale('ui:greeting')]).toEqual([false, true])
    expect([isUnrecorded('ui:echo'), isUnrecorded('ui:greeting')]).toEqual([false, false])
  })

  it('drops reviews that no longer hold', () => {
    const read = readBy(recorded, ['ui:greeting', 'ui:echo'])
    expect(Object.keys(renewed(read, changedGerman).reviews)).toEqual(['ui:echo'])
  })
})

describe('a speech', () => {
  it('says of an offer the least of what its texts are', () => {
    const offers = { help: { title: 'Допомога', summary: 'Допомога всім', nextStep: 'Приходьте.' } }
    const whole: Locale = { ...smallUkrainian, offers }
    const { of } = createSpeeches([smallGerman, readBy(whole, ['offers:help.title'])])
    expect(of('uk').stateOf('offers:help')).toBe('draft')
    const keys = ['title', 'summary', 'nextStep'].map(name => `offers:help.${name}`)
    const again = createSpeeches([smallGerman, readBy(whole, keys)])
    expect(again.of('uk').stateOf('offers:help')).toBe('reviewed')
    expect(again.of('de').stateOf('offers:help')).toBe('original')
    expect(again.of('uk').reviewed).toBeGreaterThan(0)
  })
})
