import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import criteria from '../../locales/uk/criteria.json' with { type: 'json' }
import texts from '../../locales/uk/questions.json' with { type: 'json' }
import { useBrowser } from '../support/browser.ts'
import { answerAll, openOffer, readCard } from '../support/conversation.ts'
import { type HostPage, serveHostPage, townPage, widgetFrame } from '../support/host-page.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const browser = useBrowser()
let service: Service
let town: HostPage
beforeAll(async () => {
  service = await startService()
  town = await serveHostPage(
    townPage(service.url, '<hessen-lotse lang="uk" topics="family,german"></hessen-lotse>'),
  )
})
afterAll(async () => {
  await town.close()
  await service.stop()
})

/** She opens the page of her town, where the widget stands. */
async function arrive(): Promise<Frame> {
  const page = await browser.open({ locale: 'uk-UA' })
  await page.goto(town.address)
  return widgetFrame(page)
}

describe('a mother from Kharkiv on the page of her town', () => {
  it('is led to Unterhaltsvorschuss, Frühe Hilfen and Deutsch4U', async () => {
    const frame = await arrive()
    await answerAll(frame, motherFromKharkiv)
    for (const id of ['unterhaltsvorschuss', 'fruehe-hilfen', 'deutsch4u']) {
      expect(await readCard(await openOffer(frame, id)), id).toMatchObject({ verdict: 'eligible' })
    }
  })

  it('reads with each its German name, the reasons, and for each reason a source with its date', async () => {
    const frame = await arrive()
    await answerAll(frame, motherFromKharkiv)
    for (const id of ['unterhaltsvorschuss', 'fruehe-hilfen', 'deutsch4u']) {
      const offer = realContent().world.offer(id)
      const { german, germanLang, reasons, sources } = await readCard(await openOffer(frame, id))
      expect([german, germanLang]).toEqual([offer?.titleDe, 'de'])
      expect(reasons.length).toBeGreaterThan(0)
      expect(new Set(reasons).size).toBe(reasons.length)
      if (id === 'unterhaltsvorschuss') expect(reasons).toContain(criteria.facts.singleParent.yes)
      for (const reason of reasons) {
        const source = sources.find(({ text }) => text.includes(reason))
        const known = offer?.sources.find(({ title }) => title === source?.title)
        const [year = '?', , day = '?'] = known?.checked.split('-') ?? []
        expect(source?.url, reason).toBe(known?.url)
        expect(source?.text).toMatch(new RegExp(`\\b${Number(day)}\\b.*\\b${year}\\b`))
      }
    }
  })

  it('is asked in Ukrainian, and only what the topics of the page need', async () => {
    const frame = await arrive()
    const spoken = new Map<string, { readonly text: string }>(Object.entries(texts))
    const questions = await answerAll(frame, motherFromKharkiv, async question => {
      expect(await frame.locator('#question').textContent()).toBe(spoken.get(question)?.text)
    })
    const { family, german } = flows.byTopic
    const needed: readonly string[] = [family, german, flows.last].flatMap(flow => flow?.asks ?? [])
    expect(questions.length).toBeGreaterThan(3)
    expect(questions.filter(question => !needed.includes(question))).toEqual([])
    expect(await frame.locator('html').getAttribute('lang')).toBe('uk')
  })
})
