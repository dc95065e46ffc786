import type { Frame } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
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
  untilBroken,
  untilMended,
} from '../support/conversation.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { type Service, startService } from '../support/service.ts'
import { layLine, type UnsteadyLine } from '../support/unsteady-line.ts'

const browser = useBrowser()
let service: Service
let line: UnsteadyLine
beforeAll(async () => {
  service = await startService()
})
afterEach(() => line.close())
afterAll(() => service.stop())

/** Where the mother stands once she has answered everything: the journey went on, whatever the line did. */
async function expectArrived(frame: Frame, questions: readonly (string | null)[]): Promise<void> {
  expect(await answered(frame)).toEqual(questions)
  expect(await readCard(await openOffer(frame, 'unterhaltsvorschuss'))).toMatchObject({ verdict: 'eligible' })
}

describe('a conversation over a bad line', () => {
  it('goes on after the line broke between two answers', async () => {
    line = await layLine(service.port)
    const frame = await openTalk(await browser.open(), `${line.url}/de/`)
    const first = await answerUntil(frame, motherFromKharkiv, ['childrenAges'])
    line.goDown()
    await untilBroken(frame)
    line.comeBack(service.port)
    await untilMended(frame)
    expect(await answered(frame)).toEqual(first)
    const rest = await answerAll(frame, motherFromKharkiv)
    await expectArrived(frame, [...first, ...rest])
  })

  it('sends an answer that was given while the line was down as soon as it is back, once', async () => {
    line = await layLine(service.port)
    const frame = await openTalk(await browser.open(), `${line.url}/de/`)
    const first = await answerUntil(frame, motherFromKharkiv, ['singleParent'])
    line.goDown()
    await untilBroken(frame)
    await giveAnswer(frame, true)
    expect(await frame.locator('#line').textContent()).toContain('Keine Verbindung')
    line.comeBack(service.port)
    await present(frame.locator('.transcript li[data-question=singleParent]'))
    await untilMended(frame)
    const rest = await answerAll(frame, motherFromKharkiv)
    await expectArrived(frame, [...first, 'singleParent', ...rest])
  })

  it.each(['there', 'back'] as const)(
    'loses no answer and counts none twice when the line breaks on the way %s',
    async way => {
      line = await layLine(service.port)
      const frame = await openTalk(await browser.open(), `${line.url}/de/`)
      const questions: (string | null)[] = []
      for (let breaks = 0; breaks < 3; breaks++) {
        line.breakOnNext(way)
        questions.push(await answerNext(frame, motherFromKharkiv))
      }
      questions.push(...(await answerAll(frame, motherFromKharkiv)))
      await expectArrived(frame, questions)
      expect(line.breaks()).toBe(3)
    },
  )

  it('lets what is half written stand when the line comes back', async () => {
    line = await layLine(service.port)
    const frame = await openTalk(await browser.open(), `${line.url}/de/`)
    await answerUntil(frame, motherFromKharkiv, ['childrenAges'])
    const ages = frame.locator('.question input[name=value]')
    await ages.nth(0).fill('1')
    await ages.nth(1).fill('4')
    line.goDown()
    await untilBroken(frame)
    line.comeBack(service.port)
    await untilMended(frame)
    expect([await ages.nth(0).inputValue(), await ages.nth(1).inputValue()]).toEqual(['1', '4'])
    await frame.locator('.question button.primary').click()
    await present(frame.locator('.transcript li[data-question=childrenAges]'))
    expect(await answerTo(frame, 'childrenAges')).toBe('1 Jahr · 4 Jahre')
  })

  it('goes on at the same place in the language chosen last', async () => {
    line = await layLine(service.port)
    const frame = await openTalk(await browser.open(), `${line.url}/de/`)
    const first = await answerUntil(frame, motherFromKharkiv, ['childrenAges'])
    await frame.locator('.languages summary').click()
    await frame.locator('.languages button[value=ar]').click()
    await present(frame.locator('html[lang=ar]'))
    line.goDown()
    await untilBroken(frame)
    line.comeBack(service.port)
    await untilMended(frame)
    await answerNext(frame, motherFromKharkiv)
    expect(await answered(frame)).toEqual([...first, 'childrenAges'])
    expect(await frame.locator('html').getAttribute('dir')).toBe('rtl')
  })
})

describe('a conversation while the server is started anew', () => {
  it('goes on at another server with the same key, with every answer', async () => {
    const old = await startService()
    line = await layLine(old.port)
    const frame = await openTalk(await browser.open(), `${line.url}/de/`)
    const first = await answerUntil(frame, motherFromKharkiv, ['singleParent'])
    await old.stop()
    await untilBroken(frame)
    await giveAnswer(frame, true)
    line.comeBack(service.port)
    await present(frame.locator('.transcript li[data-question=singleParent]'))
    const rest = await answerAll(frame, motherFromKharkiv)
    await expectArrived(frame, [...first, 'singleParent', ...rest])
  })

  it('is still there after the page was loaded again', async () => {
    line = await layLine(service.port)
    const page = await browser.open()
    const frame = await openTalk(page, `${line.url}/de/`)
    const first = await answerUntil(frame, motherFromKharkiv, ['singleParent'])
    await page.reload()
    await expect.poll(() => answered(frame)).toEqual(first)
    expect(await asked(frame)).toBe('singleParent')
  })

  it('says so where the new server has another key, and begins anew', async () => {
    const other = await startService({ environment: { SECRET: 'quite another key than before' } })
    line = await layLine(service.port)
    const frame = await openTalk(await browser.open(), `${line.url}/de/`)
    await answerUntil(frame, motherFromKharkiv, ['childrenAges'])
    line.comeBack(other.port)
    line.breakOff()
    await present(frame.getByText('Bitte fangen Sie neu an'))
    await present(frame.locator('.question[data-question=topics]'))
    await answerAll(frame, motherFromKharkiv)
    expect(await readCard(await openOffer(frame, 'unterhaltsvorschuss'))).toMatchObject({
      verdict: 'eligible',
    })
    await other.stop()
  })
})

describe('a conversation in a network that refuses WebSockets', () => {
  it('goes over plain HTTP to the end', async () => {
    line = await layLine(service.port, { refuseSockets: true })
    const page = await browser.open()
    const steps: string[] = []
    page.on('request', request => {
      if (request.method() === 'POST') steps.push(new URL(request.url()).pathname)
    })
    await page.goto(`${line.url}/de/`)
    const frame = page.mainFrame()
    const questions = await answerAll(frame, motherFromKharkiv)
    await expectArrived(frame, questions)
    expect(line.refusals()).toBeGreaterThan(1)
    expect(new Set(steps)).toEqual(new Set(['/api/v1/turn']))
  })

  it('says nothing of a broken line while HTTP brings the answers', async () => {
    line = await layLine(service.port, { refuseSockets: true })
    const page = await browser.open()
    await page.clock.install()
    await page.goto(`${line.url}/de/`)
    const frame = page.mainFrame()
    await answerNext(frame, motherFromKharkiv)
    await frame.evaluate(() => {
      new MutationObserver(() => {
        if (document.getElementById('line')) document.body.dataset['sawBrokenLine'] = 'yes'
      }).observe(document.body, { childList: true })
    })
    // Long enough between two answers that the page may try for a socket again.
    await answerAll(frame, motherFromKharkiv, () => page.clock.fastForward(30_000))
    expect(await frame.locator('[data-saw-broken-line]').count()).toBe(0)
  })
})
