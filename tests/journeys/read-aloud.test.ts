import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSeen } from '../support/as-seen.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { answerAll, openOffer, openTalk, present } from '../support/conversation.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const browser = useBrowser()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())
const { speeches } = realContent()

interface Voice {
  readonly lang: string
  readonly localService: boolean
}

/** What was said, and in which voice. */
type Spoken = readonly { readonly text: string; readonly lang: string }[]

/** Puts a synthesis in place of the browser's own, which has no voice on a server: it notes what it is asked to say. */
async function withVoices(page: Page, voices: readonly Voice[]): Promise<void> {
  await page.addInitScript(list => {
    const spoken: { text: string; lang: string }[] = []
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => list,
      speak: ({ text, voice }: { text: string; voice: { lang: string } }) =>
        spoken.push({ text, lang: voice.lang }),
      cancel: () => spoken.push({ text: '', lang: '' }),
    })
    class Utterance extends EventTarget {
      voice: unknown
      lang = ''
      constructor(readonly text: string) {
        super()
      }
    }
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
    Object.defineProperty(window, 'spoken', { value: spoken })
  }, voices)
}

const spokenOn = async (page: Page): Promise<Spoken> => {
  const all = await page.evaluate((): { text: string; lang: string }[] => Reflect.get(window, 'spoken'))
  return all.slice(all.findLastIndex(({ text }) => text === '') + 1)
}

const german = { lang: 'de-DE', localService: true }
const ukrainian = { lang: 'uk_UA', localService: true }
const plain = (text: string) => asSeen(text).replaceAll('\u00a0', ' ')

describe('reading aloud', () => {
  it('is offered on the first screen where the device has a voice for the language', async () => {
    const page = await browser.open()
    await withVoices(page, [german, ukrainian])
    await openTalk(page, `${service.url}/uk/`)
    const button = page.locator('.question [data-listen]')
    await present(button)
    const box = await button.boundingBox()
    expect((box?.y ?? phone.height) + (box?.height ?? 0)).toBeLessThanOrEqual(phone.height)
    expect(await button.textContent()).toContain(speeches.of('uk').text('action.listen'))
  })

  it('says the question, its reason and every answer, and falls silent on a second tap', async () => {
    const page = await browser.open()
    await withVoices(page, [german, ukrainian])
    await openTalk(page, `${service.url}/uk/?topics=family`)
    await page.locator('.question [data-listen]').click()
    const speech = speeches.of('uk')
    const id = (await page.locator('.question').getAttribute('data-question')) ?? ''
    const said = (await spokenOn(page)).map(({ text }) => text).join(' ')
    for (const key of ['text', 'why']) expect(said).toContain(plain(speech.text(`questions:${id}.${key}`)))
    expect(said).not.toContain(speech.text('action.refused'))
    await page.locator('.question [data-listen]').click()
    expect(await spokenOn(page)).toEqual([])
  })

  it('says German words with a German voice', async () => {
    const page = await browser.open()
    await withVoices(page, [german, ukrainian])
    const frame = await openTalk(page, `${service.url}/uk/`)
    await answerAll(frame, motherFromKharkiv)
    await openOffer(frame, 'unterhaltsvorschuss')
    await frame.locator('[data-offer=unterhaltsvorschuss] [data-listen]:visible').click()
    const spoken = await spokenOn(page)
    const languages = new Set(spoken.map(({ lang }) => lang))
    expect(languages).toEqual(new Set(['de-DE', 'uk_UA']))
    for (const { text, lang } of spoken)
      if (lang === 'de-DE') expect(text).not.toMatch(/\p{Script=Cyrillic}/u)
  })

  it.each<readonly [string, readonly Voice[]]>([
    ['has no voice at all', []],
    ['has none for the language', [german]],
    ['would send the text to somebody else for it', [{ lang: 'uk-UA', localService: false }]],
  ])('is not offered where the device %s', async (_, voices) => {
    const page = await browser.open()
    await withVoices(page, voices)
    await openTalk(page, `${service.url}/uk/`)
    expect(await page.locator('[data-listen]:visible').count()).toBe(0)
  })

  it('is not offered without JavaScript', async () => {
    const page = await browser.open({ javaScriptEnabled: false })
    await page.goto(`${service.url}/uk/`)
    expect(await page.locator('[data-listen]:visible').count()).toBe(0)
  })

  it('ends at once with the quick exit', async () => {
    const page = await browser.open()
    await withVoices(page, [german, ukrainian])
    await openTalk(page, `${service.url}/uk/`)
    await page.route('https://www.dwd.de/**', route => route.abort())
    await page.locator('.question [data-listen]').click()
    expect((await spokenOn(page)).length).toBeGreaterThan(3)
    // The page is about to leave: what it noted is read in the same breath.
    const silent = await page.evaluate(() => {
      document.getElementById('exit')?.click()
      const all: { text: string }[] = Reflect.get(window, 'spoken')
      return all.at(-1)?.text
    })
    expect(silent).toBe('')
  })
})
