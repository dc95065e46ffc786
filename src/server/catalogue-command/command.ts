import { readFileSync, writeFileSync } from 'node:fs'
import { flows } from '../../../flows/index.ts'
import { CatalogueError, type Fault } from '../../catalogue/fault.ts'
import { linksOf } from '../../catalogue/links.ts'
import type { RuledOffer } from '../../catalogue/offer.ts'
import { readCatalogue } from '../../catalogue/read.ts'
import { unsoundness } from '../../catalogue/soundness.ts'
import { staleParts } from '../../catalogue/stale.ts'
import type { Day } from '../../facts/day.ts'
import { type FactName, factsSchema } from '../../facts/schema.ts'
import { serve } from '../../i18n/negotiate.ts'
import { LocaleError } from '../../i18n/read.ts'
import { MissingTextError } from '../../i18n/speech.ts'
import { type Content, loadContent } from '../content.ts'
import { indexPage } from './index-page.ts'
import { explainOffer, showOffer } from './show.ts'
import { reportVisits } from './visit.ts'

const usage = `npm run catalogue -- <command>
  check                          the whole catalogue, each fault with file and line (the default)
  stale [months]                 what was read longer ago (6 months), has ended or ends, or was never confirmed
  links                          visits every address and reports what is dead or moved
  show <id> [lang]               an offer and its rule in words
  explain <id> <facts.json> [lang]   what the rule says of a person
  index                          writes docs/catalogue.md`

/** Where the generated index for people lies. */
export const indexFile = 'docs/catalogue.md'

/** Facts that some question asks for; a place settles Kreis and municipality at once. */
export const askedFacts: ReadonlySet<FactName> = new Set([
  'gemeinde',
  ...[...Object.values(flows.byTopic), flows.last].flatMap(({ asks }) => asks),
])

/** A command that was called in a way that it does not know; its message says how. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Runs one command and gives the exit code: 0 where all is well, 1 where something is wrong, 2 for a wrong call. */
export async function runCatalogueCommand(
  args: readonly string[],
  say: (line: string) => void,
  today: Day,
): Promise<number> {
  const [name = 'check', ...rest] = args
  try {
    switch (name) {
      case 'check':
        return check(say, today)
      case 'stale':
        return stale(rest[0], say, today)
      case 'links':
        return await links(say)
      case 'show': {
        const content = loadContent('.')
        say(showOffer(content, offerNamed(rest[0], content), languageNamed(rest[1], content), today))
        return 0
      }
      case 'explain': {
        const content = loadContent('.')
        const offer = offerNamed(rest[0], content)
        say(explainOffer(content, offer, factsIn(rest[1]), languageNamed(rest[2], content), today))
        return 0
      }
      case 'index':
        writeFileSync(indexFile, indexPage(loadContent('.')))
        return 0
      default:
        throw new UsageError(usage)
    }
  } catch (error) {
    if (error instanceof CatalogueError) {
      sayFaults(error.faults, say)
      return 1
    }
    if (error instanceof UsageError || isTextFault(error)) {
      say(error.message)
      return error instanceof UsageError ? 2 : 1
    }
    throw error
  }
}

function sayFaults(faults: readonly Fault[], say: (line: string) => void): void {
  for (const { file, line, reason } of faults) say(`catalogue/${file}:${line}: ${reason}`)
}

/** A language that lacks a text or is malformed: the content tests say more. */
const isTextFault = (error: unknown): error is Error =>
  error instanceof MissingTextError || error instanceof LocaleError

function check(say: (line: string) => void, today: Day): number {
  const { offers, locate, groups } = readCatalogue('catalogue')
  const faults = [...unsoundness(offers, locate, { today, asked: askedFacts, groups })]
  sayFaults(faults, say)
  say(`${offers.length} offers, ${faults.length} faults`)
  return faults.length > 0 ? 1 : 0
}

function stale(months: string | undefined, say: (line: string) => void, today: Day): number {
  const most = months === undefined ? 6 : Number(months)
  if (!Number.isInteger(most) || most < 0) throw new UsageError(usage)
  const found = staleParts(readCatalogue('catalogue'), today, most)
  for (const { where, what, date, because } of found) say(`${date} ${because} ${where}: ${what}`)
  say(`${found.length} parts to look at`)
  return found.length > 0 ? 1 : 0
}

async function links(say: (line: string) => void): Promise<number> {
  const wrong = await reportVisits(linksOf(readCatalogue('catalogue')), { timeout: 20_000, atOnce: 4 }, say)
  return wrong > 0 ? 1 : 0
}

function languageNamed(tag: string | undefined, { speeches }: Content): string {
  if (tag === undefined) return 'de'
  const codes = speeches.languages.map(({ lang }) => lang)
  const code = serve(tag, codes)
  if (code === undefined) throw new UsageError(`There is no language ${tag}, only ${codes.join(', ')}.`)
  return code
}

function offerNamed(id: string | undefined, { world }: Content): RuledOffer {
  const offer = id === undefined ? undefined : world.offer(id)
  if (!offer) throw new UsageError(`There is no offer ${id ?? '(no id given)'}.\n\n${usage}`)
  return offer
}

function factsIn(file: string | undefined) {
  if (file === undefined) throw new UsageError(usage)
  let written: unknown
  try {
    written = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = factsSchema.safeParse(written)
  if (parsed.success) return parsed.data
  throw new UsageError(
    parsed.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`).join('\n'),
  )
}
