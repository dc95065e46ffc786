import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSeen } from '../support/as-seen.ts'
import { useBrowser } from '../support/browser.ts'
import {
  answerUntil,
  asked,
  backToResults,
  type Card,
  type Listed,
  openOffer,
  openTalk,
  readCard,
  readResults,
} from '../support/conversation.ts'
import { realContent, startService } from '../support/service.ts'
import { tenPeople, type Visitor } from '../support/ten-people.ts'

interface Language {
  readonly code: string
  readonly dir: string
}

const browser = useBrowser()
const service = await startService()
afterAll(() => service.stop())
const languages = await spokenLanguages()

/** In a new language somebody goes through, too. */
async function spokenLanguages(): Promise<readonly Language[]> {
  const response = await fetch(`${service.url}/api/v1/languages`)
  const { languages }: { readonly languages: readonly Language[] } = await response.json()
  return languages
}

/** A screen on the way: what is always at hand. */
interface Screen {
  readonly question: string | null
  /** Whether the question can be left open without a word why. */
  readonly canRefuse: boolean
  readonly hasExit: boolean
  /** How many numbers to call stand above everything else. */
  readonly helpLines: number
  readonly lang: string
  readonly direction: string
}

/** A whole visit, as the person saw it. */
interface Visit {
  readonly screens: readonly Screen[]
  /** How many questions were answered when results were first shown. */
  readonly untilResults: number
  readonly listed: ReadonlyMap<string, Listed>
  readonly cards: ReadonlyMap<string, Card>
  /** By how many pixels the results are wider than the phone, with all folds open. */
  readonly excess: number
}

const readScreen = async (frame: Frame): Promise<Screen> => ({
  question: await asked(frame),
  ...(await frame.evaluate(() => {
    const first = document.querySelector('#talk > *')
    return {
      canRefuse: document.querySelector('.question button[value=refused]') !== null,
      hasExit: document.querySelector('#exit')?.checkVisibility() === true,
      helpLines: first?.matches('.urgent') ? first.querySelectorAll('a[href^="tel:"]').length : 0,
      lang: document.documentElement.lang,
      direction: getComputedStyle(document.querySelector('#question, #results') ?? document.body).direction,
    }
  })),
})

/** Somebody opens the page of their language, answers as they can, and looks up what a counsellor had named. */
async function visit({ topics, knows, named }: Visitor, lang: string): Promise<Visit> {
  const page = await browser.open({ locale: lang })
  const frame = await openTalk(page, `${service.url}/${lang}/`)
  const screens: Screen[] = []
  let untilResults: number | undefined
  const look = async () => {
    if ((await frame.locator('#results').count()) > 0) untilResults ??= screens.length - 1
    screens.push(await readScreen(frame))
  }
  await answerUntil(frame, { ...knows, topics }, [], look)
  await look()
  const results = await readResults(frame)
  const cards = new Map<string, Card>()
  for (const id of Object.keys(named)) {
    if (!results.some(listed => listed.id === id)) continue
    cards.set(id, await readCard(await openOffer(frame, id)))
    await backToResults(frame)
  }
  const excess = await frame.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
    return document.documentElement.scrollWidth - document.documentElement.clientWidth
  })
  await page.context().close()
  return {
    screens,
    untilResults: untilResults ?? Number.POSITIVE_INFINITY,
    listed: new Map(results.map(listed => [listed.id, listed])),
    cards,
    excess,
  }
}

/** Whether an offer takes everybody, so that there is no reason to give. */
const takesEverybody = (id: string): boolean => realContent().world.offer(id)?.rule.facts.length === 0

/** Everybody goes through in German and in one other language or two, so that every language is gone through in. */
const journeys = tenPeople.flatMap((person, at) =>
  languages
    .filter((_, index) => index === 0 || (index - 1) % tenPeople.length === at)
    .map(language => ({ person, language, name: `${person.group}, ${language.code}` })),
)

/** What came of each journey. Two people are on their way at a time: a browser waits more than it works. */
const visits = new Map<string, Promise<Visit>>()
beforeAll(async () => {
  const waiting = [...journeys]
  const goOneAfterAnother = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const going = visit(next.person, next.language.code)
      visits.set(next.name, going)
      // The tests of this journey tell what went wrong.
      await going.catch(() => {})
    }
  }
  await Promise.all([goOneAfterAnother(), goOneAfterAnother()])
}, 300_000)

describe.each(journeys)('$name', ({ person, language: { code, dir }, name }) => {
  let seen: Visit
  beforeAll(async () => {
    const made = await visits.get(name)
    if (!made) throw new TypeError('nobody went')
    seen = made
  })
  const ids = Object.keys(person.named)
  const namedAs = (isWanted: (group: string) => boolean) => ids.filter(id => isWanted(person.named[id] ?? ''))

  it('finds each offer that a counsellor would name, as what it is for them', () => {
    expect(Object.fromEntries(ids.map(id => [id, seen.listed.get(id)?.group]))).toEqual(person.named)
  })

  it('reads its title in the language, and the German name beside it', () => {
    const { speeches, world } = realContent()
    for (const id of ids) {
      const titleDe = world.offer(id)?.titleDe
      expect(speeches.of(code).has(`offers:${id}.title`), id).toBe(true)
      const title = asSeen(speeches.of(code).text(`offers:${id}.title`))
      expect(seen.listed.get(id), id).toMatchObject({ title, german: title === titleDe ? '' : titleDe })
      expect(seen.cards.get(id), id).toMatchObject({ title })
    }
  })

  it('reads why it fits, wherever it does not take everybody', () => {
    for (const id of namedAs(group => group !== 'notForYou')) {
      const { reasons = [] } = seen.cards.get(id) ?? {}
      if (takesEverybody(id)) expect(reasons, id).toEqual([])
      else expect(reasons.filter(reason => reason !== '').length, id).toBeGreaterThan(0)
    }
  })

  it('is told of each refusal why, in the same words in the list, where it has room for them, and on the card', () => {
    const refused = namedAs(group => group === 'notForYou')
    expect(refused.length).toBeGreaterThan(1)
    for (const id of refused) {
      const { verdict, refusals = [] } = seen.cards.get(id) ?? {}
      const { because } = seen.listed.get(id) ?? {}
      expect(verdict, id).toBe('ineligible')
      expect(refusals.filter(refusal => refusal !== '').length, id).toBeGreaterThan(0)
      if (because !== '') expect(refusals, id).toContain(because)
    }
  })

  it('comes to results after 16 questions at most', () => {
    expect(seen.untilResults).toBeLessThanOrEqual(16)
  })

  it('can leave any question open, and leave the page from every screen', () => {
    expect(seen.screens.filter(({ question, canRefuse }) => question !== null && !canRefuse)).toEqual([])
    expect(seen.screens.filter(({ hasExit }) => !hasExit)).toEqual([])
  })

  it('has numbers to call on top from the moment they say that somebody hurts them; nobody else is alarmed', () => {
    const told = seen.screens.findIndex(({ question }) => question === 'affectedByViolence')
    const inDanger = told !== -1 && person.knows['affectedByViolence'] === true
    const alarmed = seen.screens.filter(({ helpLines }) => helpLines > 0)
    if (inDanger) expect(alarmed).toEqual(expect.arrayContaining(seen.screens.slice(told + 1)))
    else expect(alarmed).toEqual([])
  })

  it('reads every screen in their direction, and never scrolls sideways at the results', () => {
    expect(seen.screens.filter(({ lang, direction }) => lang !== code || direction !== dir)).toEqual([])
    expect(seen.excess).toBeLessThanOrEqual(0)
  })
})

describe('the woman affected by violence', () => {
  it('is among the ten, and says so', () => {
    expect(tenPeople.length).toBe(10)
    expect(tenPeople.filter(({ knows }) => knows['affectedByViolence'] === true).length).toBe(1)
  })
})
