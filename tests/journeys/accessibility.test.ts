import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { useBrowser } from '../support/browser.ts'
import { answerAll, openOffer, openTalk, present } from '../support/conversation.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { type Service, startService } from '../support/service.ts'

const browser = useBrowser()
/** A page without transitions: colours are judged when they have arrived. */
const open = (options: BrowserContextOptions = {}) => browser.open({ reducedMotion: 'reduce', ...options })
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** A person whose way leads over questions of every kind. */
const person = { ...motherFromKharkiv, residence: 'recognisedRefugee', residenceBasis: 'protection' }

/** What axe finds with everything open that can be opened: all rules in light, those on colours in dark as well. */
async function look(page: Page, screen: string): Promise<readonly string[]> {
  // The menu of languages lies over other things when it is open: it is looked at by itself.
  await page.locator('details:not(.languages)').evaluateAll(all => {
    for (const details of all) details.setAttribute('open', '')
  })
  const faults = await faultsOf(page, screen)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await faultsOf(page, `${screen} in dark`, { type: 'rule', values: ['color-contrast'] })
  await page.emulateMedia({ colorScheme: 'light' })
  return [...faults, ...dark]
}

describe.each(['de', 'ar'])('axe on the pages in %s', lang => {
  it('finds nothing on the start, on a question of each kind, told wrongly too, and on the results', async () => {
    const page = await open()
    const frame = await openTalk(page, `${service.url}/${lang}/`)
    const faults = [...(await look(page, 'start'))]
    const seen = new Set<string>()
    await answerAll(frame, person, async question => {
      const kind = await frame.locator('.question input[name=kind]').inputValue()
      if (seen.has(kind)) return
      seen.add(kind)
      faults.push(...(await look(page, `${kind} (${question})`)))
      if (kind === 'choice') return
      await frame.locator('.question button.primary').click()
      await present(frame.locator('.question .error'))
      faults.push(...(await look(page, `${kind} (${question}) with an error`)))
    })
    faults.push(...(await look(page, 'results')))
    await openOffer(frame, 'integrationskurs')
    faults.push(...(await look(page, 'one offer')))
    expect([...seen].sort()).toEqual(['choice', 'choices', 'month', 'number', 'numbers', 'place'])
    expect(faults).toEqual([])
  })

  it('finds nothing on danger lines and found offers', async () => {
    const page = await open()
    const frame = await openTalk(page, `${service.url}/${lang}/`)
    await frame.locator('#say').fill(lang === 'de' ? 'mein Mann schlägt mich' : 'زوجي يضربني')
    await frame.locator('.free button').click()
    await present(frame.locator('.urgent a[href^="tel:"]'))
    expect(await look(page, 'danger')).toEqual([])
  })

  it.each([
    'offers/unterhaltsvorschuss',
    'offers/integrationskurs',
    'offers',
    'privacy',
    'topics',
    'topics/family',
    'offline',
    'traces',
    'accessibility',
    'embed?accent=blau',
  ])('finds nothing on /%s', async path => {
    const page = await open()
    await page.goto(`${service.url}/${lang}/${path}`)
    expect(await look(page, path)).toEqual([])
  })

  it('finds nothing on a page that does not exist', async () => {
    const page = await open({ locale: lang })
    await page.goto(`${service.url}/${lang}/no-such-page`)
    expect(await look(page, 'not found')).toEqual([])
  })
})
