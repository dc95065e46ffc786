import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSeen } from '../support/as-seen.ts'
import { useBrowser } from '../support/browser.ts'
import {
  answerAll,
  answered,
  answerNext,
  answerTo,
  answerUntil,
  asked,
  giveAnswer,
  openOffer,
  openTalk,
  present,
  readCard,
  revise,
} from '../support/conversation.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const browser = useBrowser()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** The start page in a browser that runs no scripts. */
async function arrive(path = '/de/'): Promise<{ readonly page: Page; readonly frame: Frame }> {
  const page = await browser.open({ javaScriptEnabled: false })
  await page.goto(`${service.url}${path}`)
  return { page, frame: page.mainFrame() }
}

/** Presses a button that leads to a new page, and waits for it. */
async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(button).click()])
}

/** What somebody writes that can't be read, by question, and what the page says then. */
const stumbles: { readonly [question: string]: readonly [readonly string[], RegExp] } = {
  topics: [[], /wählen/],
  titleSince: [[], /05\.2023/],
  benefitsReceived: [[], /wählen/],
  age: [['310'], /Zahl/],
  childrenAges: [['1', 'vier'], /Alter.*Zahl/],
  kreis: [['Atlantis'], /60311/],
}

/** What a screen says: the question, the answers, and how each offer stands. */
const screenOf = (frame: Frame) =>
  frame.evaluate(() => {
    const text = (element: Element | null) => element?.textContent?.trim() ?? null
    return {
      question: text(document.querySelector('#question')),
      heading: text(document.querySelector('#results')),
      answers: [...document.querySelectorAll('.transcript li strong')].map(text),
      offers: [...document.querySelectorAll('[data-offer]')]
        .map(
          offer => `${offer.getAttribute('data-offer')}: ${text(offer.querySelector('.standing, .badge'))}`,
        )
        .sort(),
    }
  })

describe('a person without JavaScript', () => {
  it('comes by forms alone to the right offers, with reasons and sources', async () => {
    const { frame } = await arrive()
    await answerAll(frame, motherFromKharkiv)
    for (const id of ['unterhaltsvorschuss', 'fruehe-hilfen', 'deutsch4u']) {
      const { verdict, reasons, sources } = await readCard(await openOffer(frame, id))
      expect(verdict, id).toBe('eligible')
      expect(reasons.length).toBeGreaterThan(0)
      expect(sources.length).toBeGreaterThan(0)
    }
  })

  it('sees at every step the same question, answers and offers as a person with JavaScript', async () => {
    const { page, frame } = await arrive()
    const scripted = await openTalk(await browser.open(), `${service.url}/de/`)
    for (let more = true; more; ) {
      await page.waitForLoadState()
      expect(await screenOf(scripted)).toEqual(await screenOf(frame))
      const taken = await Promise.all([frame, scripted].map(one => answerNext(one, motherFromKharkiv)))
      more = taken[0] !== null
    }
  })

  it('comes back from early results to the same talk as a person with JavaScript', async () => {
    const { page, frame } = await arrive()
    const scripted = await openTalk(await browser.open(), `${service.url}/de/`)
    const screens = await Promise.all(
      [frame, scripted].map(async one => {
        await answerUntil(one, motherFromKharkiv, ['receivesMaintenance'])
        await one.locator('.foot form:has(input[value=results]) button').click()
        await present(one.locator('#results'))
        await one.waitForLoadState()
        await answerNext(one, { receivesMaintenance: true })
        const { question, heading, offers } = await screenOf(one)
        return { question, heading, maintenance: offers.filter(line => line.startsWith('unterhalt')) }
      }),
    )
    await page.waitForLoadState()
    expect(screens[1]).toEqual(screens[0])
  })

  it('changes an earlier answer and keeps the later ones that still apply', async () => {
    const { page, frame } = await arrive()
    await answerAll(frame, motherFromKharkiv)
    const before = await answered(frame)
    await revise(frame, 'receivesMaintenance')
    await Promise.all([page.waitForEvent('load'), giveAnswer(frame, true)])
    expect(await answerTo(frame, 'receivesMaintenance')).toContain('Ja')
    expect(await answered(frame)).toEqual(before)
    await present(frame.locator('#results'))
    const { verdict } = await readCard(await openOffer(frame, 'unterhaltsvorschuss'))
    expect(verdict).toBe('ineligible')
  })

  it('goes on in another language in the middle, with every answer said anew', async () => {
    const { page, frame } = await arrive()
    await answerUntil(frame, motherFromKharkiv, ['singleParent'])
    const before = await answered(frame)
    await frame.locator('.languages summary').click()
    await press(page, '.languages button[value=uk]')
    expect(await frame.locator('html').getAttribute('lang')).toBe('uk')
    expect(await answered(frame)).toEqual(before)
    const uk = realContent().speeches.of('uk')
    const seen = (key: string) => asSeen(uk.text(`questions:${key}`))
    expect(await frame.locator('#question').textContent()).toBe(seen('singleParent.text'))
    expect(await answerTo(frame, 'residence')).toBe(seen('residence.options.temporaryProtection'))
    await answerAll(frame, motherFromKharkiv)
    const { verdict } = await readCard(await openOffer(frame, 'unterhaltsvorschuss'))
    expect(verdict).toBe('eligible')
  })

  it('is told how to write it wherever that went wrong, and loses no answer', async () => {
    const { page, frame } = await arrive()
    const person = { ...motherFromKharkiv, residence: 'recognisedRefugee', residenceBasis: 'protection' }
    const told: string[] = []
    const stumbleAt = async (question: string) => {
      const stumble = stumbles[question]
      if (!stumble) return
      const [written, howTo] = stumble
      const before = await answered(frame)
      for (const [index, text] of written.entries())
        await frame.locator('.question input[name=value]').nth(index).fill(text)
      await press(page, '.question button.primary')
      expect(await frame.locator('.question .error').textContent(), question).toMatch(howTo)
      expect(await asked(frame)).toBe(question)
      expect(await answered(frame)).toEqual(before)
      told.push(question)
    }
    const questions = await answerAll(frame, person, stumbleAt)
    expect(told.sort()).toEqual(Object.keys(stumbles).sort())
    expect(await answered(frame)).toEqual(questions)
  })

  it('keeps what was written rightly beside what was not', async () => {
    const { page, frame } = await arrive()
    await answerUntil(frame, motherFromKharkiv, ['childrenAges'])
    const ages = frame.locator('.question input[name=value]')
    for (const [index, age] of ['1', '4', 'elf'].entries()) await ages.nth(index).fill(age)
    await press(page, '.question button.primary')
    await present(frame.locator('.question .error'))
    const kept = await ages.evaluateAll(inputs =>
      inputs.map(input => (input instanceof HTMLInputElement ? input.value : '')),
    )
    expect(kept.slice(0, 3)).toEqual(['1', '4', 'elf'])
  })

  it('takes back an answer, looks at the results early, and goes on', async () => {
    const { page, frame } = await arrive()
    await answerUntil(frame, motherFromKharkiv, ['singleParent'])
    const before = await answered(frame)
    await press(page, '.foot form:has(input[value=back]) button')
    expect(await answered(frame)).toEqual(before.slice(0, -1))
    await press(page, '.foot form:has(input[value=results]) button')
    await present(frame.locator('#results'))
    await press(page, '.foot form:has(input[value=language]) button')
    expect(await asked(frame)).toBe(before.at(-1))
    await answerNext(frame, motherFromKharkiv)
    expect(await answered(frame)).toEqual(before)
  })

  it('searches in words of their own and is shown danger lines first', async () => {
    const { page, frame } = await arrive()
    await frame.locator('#say').fill('mein Mann schlägt mich')
    await press(page, '.free button')
    const urgent = frame.locator('main .urgent a[href^="tel:"]')
    expect(await urgent.count()).toBeGreaterThan(0)
    const first = await frame.locator('#talk > *').first().getAttribute('class')
    expect(first).toBe('urgent')
  })

  it('goes on in another language inside a frame, too', async () => {
    const { page, frame } = await arrive('/frame/de/?topics=family')
    const before = await answered(frame)
    await frame.locator('.languages summary').click()
    const [response] = await Promise.all([
      page.waitForResponse(response => response.request().method() === 'POST'),
      frame.locator('.languages button[value=uk]').click(),
    ])
    expect(response.headers()['content-security-policy']).toContain('frame-ancestors *')
    await page.waitForLoadState()
    expect(await answered(frame)).toEqual(before)
  })

  it('deletes all answers', async () => {
    const { page, frame } = await arrive()
    await answerUntil(frame, motherFromKharkiv, ['singleParent'])
    await press(page, '.foot form:has(input[value=forget]) button')
    expect(await answered(frame)).toEqual([])
    expect(await asked(frame)).toBe('topics')
  })
})
