import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import {
  answered,
  answerNext,
  answerTo,
  answerUntil,
  asked,
  type Given,
  openTalk,
  present,
  readCard,
  rests,
} from '../support/conversation.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { type Service, startService } from '../support/service.ts'

const browser = useBrowser()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

async function arrive(): Promise<{ readonly page: Page; readonly frame: Frame }> {
  const page = await browser.open()
  await page.route('https://www.dwd.de/', route => route.fulfill({ body: 'Wetter' }))
  return { page, frame: await openTalk(page, `${service.url}/de/`) }
}

/** What a person sees of the focus. */
interface Focus {
  readonly id: string
  readonly text: string
  readonly html: string
  /** Something marks it: an outline of its own or of the row around it, or it is a heading that is read out. */
  readonly isMarked: boolean
  /** Nothing lies over it, and it is on the screen. */
  readonly isInSight: boolean
}

const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const { left, top, width, height } = element.getBoundingClientRect()
    const over = document.elementFromPoint(left + Math.min(width, innerWidth) / 2, top + height / 2)
    const around = [element, element.closest('.row')].flatMap(found =>
      found ? [getComputedStyle(found)] : [],
    )
    return {
      id: element.id,
      text: element.textContent ?? '',
      html: element.outerHTML.slice(0, 200),
      isMarked:
        /^H\d$/.test(element.tagName) ||
        around.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px'),
      isInSight: over !== null && (element.contains(over) || over.contains(element)),
    }
  })

/** Presses Tab until the wanted element has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let stop = 0; stop < 150; stop++) {
    await page.keyboard.press('Tab')
    // Past the last stop, Tab leaves the page before it comes in again at the top.
    if (await page.evaluate(() => document.activeElement === document.body)) continue
    expect(await focusOf(page)).toMatchObject({ isMarked: true, isInSight: true })
    if (await page.evaluate(selector => document.activeElement?.matches(selector), wanted)) return
  }
  throw new Error(`Tab never comes to ${wanted}`)
}

/** Presses Tab to a button and then Enter. */
async function press(page: Page, button: string): Promise<void> {
  await tabTo(page, button)
  await page.keyboard.press('Enter')
}

/** Answers the question on the screen with the keys alone. */
async function type(page: Page, frame: Frame, given: Given): Promise<void> {
  if (given === null) return press(page, '.question button[value=unknown]')
  const kind = await frame.locator('.question input[name=kind]').inputValue()
  if (kind === 'choice') return press(page, `.question button[value="${given}"]`)
  const parts = typeof given === 'object' ? given : [given]
  if (kind === 'choices') {
    for (const part of parts) {
      await tabTo(page, `.question input[value="${part}"]`)
      await page.keyboard.press('Space')
    }
  } else if (kind === 'month') {
    const [year = '', month = ''] = String(given).split('-')
    await tabTo(page, '.question select[name=month]')
    for (let step = 0; step < Number(month); step++) await page.keyboard.press('ArrowDown')
    await tabTo(page, '.question select[name=year]')
    await page.keyboard.type(year)
  } else {
    for (const part of parts) {
      await tabTo(page, '.question input[name=value]')
      await page.keyboard.type(String(part))
    }
  }
  await press(page, '.question button.primary')
}

/** A person whose way leads over questions of every kind, months among them. */
const person = { ...motherFromKharkiv, residence: 'recognisedRefugee', residenceBasis: 'protection' }

describe('a person who uses the keyboard alone', () => {
  it('goes all the way, and after each answer stands at the next question', async () => {
    const { page, frame } = await arrive()
    const kinds = new Set<string>()
    await press(page, '.skip-link')
    for (;;) {
      const question = await asked(frame)
      if (question === null) break
      kinds.add(await frame.locator('.question input[name=kind]').inputValue())
      await type(page, frame, person[question as keyof typeof person] ?? null)
      await present(frame.locator(`.transcript li[data-question=${question}]`))
      const isResting = await rests(frame)
      if (isResting) await present(frame.locator('.paused'))
      const next = frame.locator(isResting || (await asked(frame)) === null ? '#results' : '#question')
      expect(await focusOf(page)).toMatchObject({
        id: await next.getAttribute('id'),
        text: await next.textContent(),
        isInSight: true,
      })
    }
    expect([...kinds].sort()).toEqual(['choice', 'choices', 'month', 'number', 'numbers', 'place'])
    expect(await answerTo(frame, 'childrenAges')).toBe('1 Jahr · 4 Jahre')
    expect(await answerTo(frame, 'titleSince')).toContain('2022')
    const card = frame.locator('article.card[data-offer=unterhaltsvorschuss]')
    expect(await readCard(card)).toMatchObject({ verdict: 'eligible' })
  })

  it('stands at the offer that was opened', async () => {
    const { page, frame } = await arrive()
    await answerUntil(frame, motherFromKharkiv, ['receivesMaintenance'])
    await tabTo(page, '.found > summary')
    if (!(await frame.locator('.found li button').first().isVisible())) await page.keyboard.press('Enter')
    await press(page, '.found li button')
    await present(frame.locator('.one'))
    const { text, isInSight } = await focusOf(page)
    expect([text, isInSight]).toEqual([await frame.locator('.one h3').textContent(), true])
  })

  it('stands at the results looked at early', async () => {
    const { page, frame } = await arrive()
    await answerUntil(frame, motherFromKharkiv, ['receivesMaintenance'])
    await press(page, '.foot form:has([value=results]) button')
    await present(frame.locator('#results'))
    expect(await focusOf(page)).toMatchObject({ id: 'results', isInSight: true })
  })

  it('stands at the question where the talk goes on after the results', async () => {
    const { page, frame } = await arrive()
    await answerUntil(frame, motherFromKharkiv, ['receivesMaintenance'])
    await press(page, '.foot form:has([value=results]) button')
    await present(frame.locator('#results'))
    await press(page, '.foot form:has([value=language]) button')
    await frame.locator('#results').waitFor({ state: 'detached' })
    expect(await focusOf(page)).toMatchObject({ id: 'question', isInSight: true })
  })

  it('stands at the question whose answer is to be changed, and then at the one that was open', async () => {
    const { page, frame } = await arrive()
    await answerUntil(frame, motherFromKharkiv, ['receivesMaintenance'])
    await press(page, '.transcript [data-question=singleParent] button')
    await present(frame.locator('.question[data-question=singleParent]'))
    expect(await focusOf(page)).toMatchObject({ id: 'question', isInSight: true })
    await type(page, frame, true)
    await present(frame.locator('.question[data-question=receivesMaintenance]'))
    expect(await focusOf(page)).toMatchObject({ id: 'question', isInSight: true })
  })

  it('stands at the question again when the answer could not be read, and hears why', async () => {
    const { page, frame } = await arrive()
    await answerUntil(frame, motherFromKharkiv, ['age'])
    await type(page, frame, '310')
    await present(frame.locator('.question .error'))
    expect(await focusOf(page)).toMatchObject({ id: 'question', isInSight: true })
    const error = await frame.locator('.question .error').textContent()
    expect(await frame.locator('#live[role=status]').textContent()).toBe(error)
  })

  it('changes the language and stands at the same question', async () => {
    const { page, frame } = await arrive()
    await answerUntil(frame, motherFromKharkiv, ['age'])
    // From the question back to the top.
    await page.keyboard.press('Control+Home')
    await frame.locator('.brand').focus()
    await press(page, '.languages summary')
    await press(page, '.languages button[value=uk]')
    await present(frame.locator('html[lang=uk]'))
    await present(frame.locator('#question'))
    expect(await asked(frame)).toBe('age')
    await expect.poll(async () => (await focusOf(page)).id).toBe('question')
  })
})

describe('Escape', () => {
  it('leaves at the third press, leads nowhere back, and leaves nothing behind', async () => {
    const { page, frame } = await arrive()
    await answerUntil(frame, motherFromKharkiv, ['childrenAges'])
    for (let time = 0; time < 3; time++) await page.keyboard.press('Escape')
    await page.waitForURL('https://www.dwd.de/')
    await page.goBack()
    expect(page.url()).toBe('about:blank')
    await openTalk(page, `${service.url}/de/`)
    expect(await answered(frame)).toEqual([])
  })

  it('stays at the second press', async () => {
    const { page, frame } = await arrive()
    await answerUntil(frame, motherFromKharkiv, ['childrenAges'])
    for (let time = 0; time < 2; time++) await page.keyboard.press('Escape')
    expect(await answerNext(frame, motherFromKharkiv)).toBe('childrenAges')
    expect(page.url()).toBe(`${service.url}/de/`)
  })
})
