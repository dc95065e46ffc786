import type { Day } from '../facts/day.ts'
import type { TownFile } from './schema.ts'

/** What the service knows: a town can name nothing else. */
export interface Known {
  /** Ids of offers. */
  readonly offers: ReadonlySet<string>
  /** Codes of the languages that the service speaks. */
  readonly languages: readonly string[]
  /** Keys (AGS) of Kreise and municipalities of Hesse. */
  readonly places: ReadonlySet<string>
  readonly today: Day
}

/** Something that does not fit, and where. */
export interface Misfit {
  readonly path: readonly PropertyKey[]
  readonly reason: string
  /** The service starts nevertheless. */
  readonly isWarning?: true
}

/** What a town's file names that is not there, and dates that can't be or are old. */
export function* misfits(town: TownFile, { offers, languages, places, today }: Known): Iterable<Misfit> {
  const place = (ags: string, path: readonly PropertyKey[]): Misfit[] =>
    places.has(ags)
      ? []
      : [{ path, reason: `there is no Kreis or municipality with the key "${ags}" in Hesse` }]
  const language = (code: string, path: readonly PropertyKey[]): Misfit[] =>
    languages.includes(code)
      ? []
      : [{ path, reason: `the service does not speak "${code}"; it speaks ${languages.join(', ')}` }]
  for (const [index, ags] of (town.kreise ?? []).entries()) yield* place(ags, ['kreise', index])
  for (const [index, code] of (town.languages ?? []).entries()) yield* language(code, ['languages', index])
  for (const [index, contact] of (town.contacts ?? []).entries()) {
    const at = (...path: readonly PropertyKey[]) => ['contacts', index, ...path]
    yield* place(contact.place, at('place'))
    for (const [number, id] of (contact.offers ?? []).entries())
      if (!offers.has(id))
        yield {
          path: at('offers', number),
          reason: `there is no offer "${id}"; docs/catalogue.md lists the ids`,
        }
    for (const code of Object.keys(contact.hours ?? {})) yield* language(code, at('hours', code))
    for (const [number, code] of (contact.languages ?? []).entries())
      if (!isLanguage(code))
        yield {
          path: at('languages', number),
          reason: `there is no language "${code}"; write its code, such as ar, uk or fa`,
        }
    yield* age(contact.checked, today, at('checked'))
  }
}

/** Whether a code stands for a language that has a name. */
function isLanguage(code: string): boolean {
  try {
    return new Intl.DisplayNames('de', { type: 'language', fallback: 'none' }).of(code) !== undefined
  } catch {
    return false
  }
}

function* age(checked: string, today: Day, path: readonly PropertyKey[]): Iterable<Misfit> {
  if (checked > today.iso) {
    yield { path, reason: `${checked} has not come yet; write the day on which somebody checked the contact` }
  } else if (checked < yearBefore(today)) {
    yield {
      path,
      reason: `the contact was checked over a year ago (${checked}); check it and write the new date`,
      isWarning: true,
    }
  }
}

/** The same day a year before, as ISO date. */
const yearBefore = ({ iso }: Day): string => `${Number(iso.slice(0, 4)) - 1}${iso.slice(4)}`
