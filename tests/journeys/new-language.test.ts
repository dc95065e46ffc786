import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadContent } from '../../src/server/content.ts'
import { faultsOf } from '../support/axe.ts'
import { useBrowser } from '../support/browser.ts'
import { answerAll, openOffer, openTalk, present } from '../support/conversation.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { withPseudoLocales } from '../support/pseudo-locales.ts'
import { type Service, startService } from '../support/service.ts'
import { tooWide } from '../support/too-wide.ts'

const browser = useBrowser()
const root = withPseudoLocales()
let service: Service
beforeAll(async () => {
  service = await startService({ content: loadContent(root) })
})
afterAll(async () => {
  await service.stop()
  rmSync(root, { recursive: true })
})

/** Words of a screen that are not in the language; what is marked as German or belongs to other languages apart. */
const strangeOn = (page: Page, own: string, lang: string): Promise<readonly string[]> =>
  page.evaluate(
    ([pattern = '', code = '']) => {
      const months = Array.from({ length: 12 }, (_, month) =>
        new Intl.DateTimeFormat(code, { month: 'long' }).format(new Date(2026, month)),
      )
      const found: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement
        if (!parent || parent.closest('script, .languages, .brand, [lang="de"], select, .shares, .heard'))
          continue
        const text = (node.textContent ?? '').replace(
          /\{\{\w+\}\}|[\w.-]+\.(?:de|org|com|eu|info)\S*|\S+@\S+/g,
          '',
        )
        const strange = (text.match(/\p{L}{4,}/gu) ?? []).filter(
          word => !new RegExp(pattern, 'u').test(word) && !months.includes(word),
        )
        if (strange.length > 0) found.push(`not in the language: ${strange.join(' ')}`)
      }
      return found
    },
    [own, lang],
  )

describe.each([
  // A word without a letter that can bear an accent proves nothing: there are few.
  ['en-XA', '[^a-zA-ZäöüßÄÖÜ]|^[^aceilnorstuyz]+$', 'ltr'],
  ['ar-XB', '\\p{Script=Arabic}', 'rtl'],
])('a language that is nothing but a folder: %s', (lang, own, dir) => {
  it('is offered, and spoken from the first screen to the last, in its direction and within 360 pixels', async () => {
    const page = await browser.open({ reducedMotion: 'reduce' })
    const frame = await openTalk(page, `${service.url}/${lang}/`)
    expect(await page.locator('html').getAttribute('dir')).toBe(dir)
    const faults: string[] = []
    const look = async (screen: string) => {
      const wrong = [...(await tooWide(page)), ...(await strangeOn(page, own, lang))]
      faults.push(...wrong.map(fault => `${screen}: ${fault}`))
      faults.push(...(await faultsOf(page, screen)))
    }
    await look('start')
    const seen = new Set<string>()
    await answerAll(frame, motherFromKharkiv, async question => {
      const kind = await frame.locator('.question input[name=kind]').inputValue()
      if (seen.has(kind)) return
      seen.add(kind)
      await look(question)
    })
    await look('results')
    await openOffer(frame, 'integrationskurs')
    await look('an offer')
    await frame.locator('#say').fill('mein Mann schlägt mich')
    await frame.locator('.free button').click()
    await present(frame.locator('.urgent'))
    await look('danger')
    expect([...seen].length).toBeGreaterThan(4)
    expect(faults).toEqual([])
  })

  it.each(['offers/wohngeld', 'offers', 'privacy', 'translation', 'no-such-page'])(
    'is spoken on the page %s',
    async path => {
      const page = await browser.open({ locale: lang, reducedMotion: 'reduce' })
      await page.goto(`${service.url}/${lang}/${path}`)
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      expect([
        ...(await tooWide(page)),
        ...(await strangeOn(page, own, lang)),
        ...(await faultsOf(page, path)),
      ]).toEqual([])
    },
  )
})
