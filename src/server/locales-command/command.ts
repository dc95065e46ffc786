import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCatalogue } from '../../catalogue/read.ts'
import type { Day } from '../../facts/day.ts'
import type { Locale, Locales, Status } from '../../i18n/locale.ts'
import { serve } from '../../i18n/negotiate.ts'
import { LocaleError, readLocales } from '../../i18n/read.ts'
import { renewed, reviewed, type Standing, standingOf } from '../../i18n/status.ts'
import { wholeTextsOf } from '../../i18n/texts.ts'
import { type AwaitingText, awaitingReview, isBelow } from '../awaiting.ts'

const usage = `npm run locales -- <command>
  list                      every language: how much is there, reviewed, a draft, out of date (the default)
  stale [lang]              texts whose German original was changed after they were translated
  awaits <lang> [key …]     texts that no human has reviewed, beside the German; those of danger first
  record [lang] [key …]     after editing: notes what was translated from the German of today,
                            and of the keys that they fit it as they are
  review <lang> <name> <key …>   notes that a human who speaks the language has read texts and found them right

A key such as offers:wohngeld stands for all below it, danger:violence for a list of words.`

/** A command that was called in a way that it does not know; its message says how. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Runs one command over a folder of languages and gives the exit code: 0 all is well, 1 something is to do, 2 wrong call. */
export function runLocalesCommand(
  args: readonly string[],
  say: (line: string) => void,
  today: Day,
  folder = 'locales',
): number {
  const [name = 'list', ...rest] = args
  try {
    const locales = readLocales(folder)
    const [german] = locales
    if (!german) throw new UsageError(`There is no language in ${folder}.`)
    const translations = locales.filter(locale => locale !== german)
    const [tag, ...more] = rest
    const chosen = tag === undefined ? translations : [languageNamed(tag, translations)]
    switch (name) {
      case 'list':
        return list(locales, german, say)
      case 'stale':
        return stale(chosen, german, say)
      case 'awaits':
        return awaits(needed(chosen, tag), german, more, say)
      case 'record':
        for (const locale of chosen) {
          const fitting = keysNamed(more, standingOf(locale, german))
          write(folder, locale, renewed(locale, german, fitting))
        }
        return 0
      case 'review': {
        const [by, ...keys] = more
        if (by === undefined || keys.length === 0) throw new UsageError(usage)
        const locale = needed(chosen, tag)
        const named = keysNamed(keys, standingOf(locale, german))
        write(folder, locale, reviewed(locale, german, named, { by, on: today.iso }))
        say(`${named.length} texts reviewed`)
        return 0
      }
      default:
        throw new UsageError(usage)
    }
  } catch (error) {
    if (error instanceof UsageError || error instanceof LocaleError) {
      say(error.message)
      return error instanceof UsageError ? 2 : 1
    }
    throw error
  }
}

function languageNamed(tag: string, locales: Locales): Locale {
  const codes = locales.map(({ language }) => language.code)
  const code = serve(tag, codes)
  const found = locales.find(({ language }) => language.code === code)
  if (!found) throw new UsageError(`There is no translation ${tag}, only ${codes.join(', ')}.`)
  return found
}

/** The one language of a command that needs one. */
function needed([locale]: Locales, tag: string | undefined): Locale {
  if (!locale || tag === undefined) throw new UsageError(usage)
  return locale
}

function keysNamed(names: readonly string[], { keys }: Standing): readonly string[] {
  const idle = names.filter(name => !keys.some(key => isBelow(key, [name])))
  if (idle.length > 0) throw new UsageError(`No text has the key ${idle.join(', ')}.`)
  return keys.filter(key => isBelow(key, names))
}

const write = (folder: string, { language }: Locale, status: Status): void =>
  writeFileSync(join(folder, language.code, 'status.json'), `${JSON.stringify(status, null, 2)}\n`)

/** One line a language. Wrong is only what nobody has recorded: that a text awaits review is the ordinary case. */
function list(locales: Locales, german: Locale, say: (line: string) => void): number {
  const catalogue = readCatalogue('catalogue')
  const wanted = [...wholeTextsOf(german).keys()]
  const lines = locales.map(locale => {
    const { keys, stateOf, isStale, isUnrecorded } = standingOf(locale, german)
    const there = wholeTextsOf(locale)
    const { inDanger, words } = awaitingReview(locale, german, catalogue)
    const count = (is: (key: string) => boolean) => keys.filter(is).length
    return {
      code: locale.language.code,
      there: wanted.filter(key => there.has(key)).length,
      original: count(key => stateOf(key) === 'original'),
      reviewed: count(key => stateOf(key) === 'reviewed'),
      draft: count(key => stateOf(key) === 'draft'),
      ofDanger: inDanger.length + words.length,
      stale: count(isStale),
      unrecorded: count(isUnrecorded),
    }
  })
  say(row(['language', 'texts', 'original', 'reviewed', 'draft', 'of danger', 'stale', 'unrecorded']))
  for (const { code, there, ...counts } of lines) {
    const share = Math.floor((100 * there) / wanted.length)
    say(row([code, `${share} %`, ...Object.values(counts).map(String)]))
  }
  const unrecorded = lines.filter(line => line.unrecorded > 0).map(({ code }) => code)
  if (unrecorded.length > 0)
    say(`edited and not recorded, run \`npm run locales -- record\`: ${unrecorded.join(', ')}`)
  return unrecorded.length > 0 ? 1 : 0
}

const row = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(10) : cell.padStart(11))).join('')

function stale(locales: Locales, german: Locale, say: (line: string) => void): number {
  const texts = wholeTextsOf(german)
  const found = locales.flatMap(locale => {
    const { keys, isStale } = standingOf(locale, german)
    return keys.filter(isStale).map(key => ({ code: locale.language.code, key }))
  })
  for (const { code, key } of found) say(`${code} ${key}: ${(texts.get(key) ?? []).join(' | ')}`)
  say(`${found.length} texts to translate anew`)
  return found.length > 0 ? 1 : 0
}

function awaits(
  locale: Locale,
  german: Locale,
  names: readonly string[],
  say: (line: string) => void,
): number {
  const { inDanger, words, others } = awaitingReview(locale, german, readCatalogue('catalogue'))
  if (names.length > 0) keysNamed(names, standingOf(locale, german))
  const isWanted = (key: string) => names.length === 0 || isBelow(key, names)
  const { code } = locale.language
  let count = 0
  const put = ({ key, german: original, text, isStale }: AwaitingText) => {
    if (!isWanted(key)) return
    count += 1
    say(isStale ? `${key} (the German has changed)` : key)
    say(`  de ${original.join(' | ')}`)
    say(`  ${code} ${text.join(' | ')}`)
  }
  inDanger.forEach(put)
  for (const { kind, phrases } of words.filter(({ kind }) => isWanted(`danger:${kind}`))) {
    count += 1
    say(`danger:${kind}`)
    say(`  ${code} ${phrases.join(' | ')}`)
  }
  others.forEach(put)
  say(`${count} texts await a reader`)
  return 0
}
