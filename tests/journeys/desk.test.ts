import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { useBrowser } from '../support/browser.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const browser = useBrowser()
const { speeches } = realContent()
const de = speeches.of('de')
const screen = { width: 1280, height: 800 }
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const group = (page: Page, verdict: string, offer: string) =>
  page.locator(`#found h3:has-text("${de.text(`desk.groups.${verdict}`)} (") + ul button[value="${offer}"]`)
/** What axe finds with everything open, in light, and colours in dark. */
async function look(page: Page, name: string): Promise<readonly string[]> {
  await page.locator('main details').evaluateAll(all => {
    for (const details of all) details.setAttribute('open', '')
  })
  const faults = await faultsOf(page, name)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await faultsOf(page, `${name} in dark`, { type: 'rule', values: ['color-contrast'] })
  await page.emulateMedia({ colorScheme: 'light' })
  return [...faults, ...dark]
}

describe('the desk while somebody is on the phone', () => {
  it('answers while one types, by keyboard alone, and asks no other server for anything', async () => {
    const page = await browser.open({ viewport: screen })
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.goto(`${service.url}/de/counsel/desk`)
    await group(page, 'undetermined', 'unterhaltsvorschuss').waitFor()
    await page.locator('#f-kreis').focus()
    await page.keyboard.type('34117')
    await expect.poll(() => page.locator('#fault-kreis').innerText()).toContain('Kassel')
    await page.locator('#f-childrenAges').focus()
    await page.keyboard.type('1, 4')
    await page.locator('#f-singleParent').focus()
    await page.keyboard.type('Ja')
    await page.locator('#f-receivesMaintenance').focus()
    await page.keyboard.type('Nein')
    await page.locator('#f-residence').focus()
    await page.keyboard.type('Ich habe')
    await group(page, 'eligible', 'unterhaltsvorschuss').waitFor()
    await expect
      .poll(() => page.locator('#live').textContent())
      .toBe(await page.locator('[data-counts]').textContent())
    // What was being typed is where it was.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-residence')
    expect(await page.locator('#f-childrenAges').inputValue()).toBe('1, 4')
    // By a key to the search, from anywhere but a field.
    await page.locator('#results').focus()
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
    await page.keyboard.type('Unterhaltsvorschuss')
    await expect.poll(() => page.locator('#found .offers > li').count()).toBeLessThan(20)
    await group(page, 'eligible', 'unterhaltsvorschuss').press('Enter')
    await page.locator('[data-offer=unterhaltsvorschuss]').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      de.text('offers:unterhaltsvorschuss.title'),
    )
    // What a card can do elsewhere, it can do here.
    await page.locator('.opened [data-share]').waitFor()
    expect(asked.every(address => address.startsWith(service.url))).toBe(true)
    expect(asked.join(' ')).not.toMatch(/34117|Unterhaltsvorschuss/)
    expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual(
      [],
    )
  })

  it('answers to what was entered before its script was there', async () => {
    const page = await browser.open({ viewport: screen })
    let go: () => void = () => undefined
    const held = new Promise<void>(resolve => {
      go = resolve
    })
    await page.route('**/assets/part-desk-*.js', async route => {
      await held
      await route.continue()
    })
    await page.goto(`${service.url}/de/counsel/desk`)
    await page.locator('#f-kreis').fill('34117')
    await page.locator('#f-singleParent').selectOption('true')
    go()
    await expect.poll(() => page.locator('#fault-kreis').innerText()).toContain('Kassel')
    expect(await page.locator('#f-singleParent').inputValue()).toBe('true')
  })

  it('says what is wrong with a field when one leaves it, and loses nothing', async () => {
    const page = await browser.open({ viewport: screen })
    await page.goto(`${service.url}/de/counsel/desk`)
    await page.locator('#note').fill('Ein Satz')
    await page.locator('#f-age').fill('310')
    await page.locator('#f-age').blur()
    await page.locator('#fault-age .error').waitFor()
    expect(await page.locator('#f-age').getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#f-age').inputValue()).toBe('310')
    await page.locator('#f-age').fill('31')
    await page.locator('#f-age').blur()
    await expect.poll(() => page.locator('#fault-age .error').count()).toBe(0)
    expect(await page.locator('#f-age').getAttribute('aria-invalid')).toBeNull()
    expect(await page.locator('#note').inputValue()).toBe('Ein Satz')
  })

  it('compares with what was held, goes back to it, and empties the desk', async () => {
    const page = await browser.open({ viewport: screen })
    await page.goto(`${service.url}/de/counsel/desk`)
    await page.locator('#f-germanLevel').selectOption('none')
    await page.locator('.what-if summary').click()
    await page.locator('button[value=hold]').click()
    await page.locator('button[value=restore]').waitFor()
    await page.locator('#f-residence').selectOption('recognisedRefugee')
    await page.locator('[data-moves] li').first().waitFor()
    await page.locator('button[value=restore]').click()
    await expect.poll(() => page.locator('#f-residence').inputValue()).toBe('')
    expect(await page.locator('#f-germanLevel').inputValue()).toBe('none')
    await page.locator('button[value=clear]').click()
    await expect.poll(() => page.locator('#f-germanLevel').inputValue()).toBe('')
    await expect.poll(() => page.locator('button[value=hold]').count()).toBe(1)
  })

  it('goes by plain forms where the line is cut, so that the browser says so and nothing is lost', async () => {
    const page = await browser.open({ viewport: screen })
    await page.goto(`${service.url}/de/counsel/desk`)
    let cuts = 1
    await page.route('**/counsel/desk', route => {
      cuts -= 1
      return cuts < 0 ? route.continue() : route.abort()
    })
    await page.locator('#f-singleParent').selectOption('true')
    await page.waitForURL(/#found$/)
    expect(await page.locator('#f-singleParent').inputValue()).toBe('true')
  })

  it('is whole without a script', async () => {
    const page = await browser.open({ viewport: screen, javaScriptEnabled: false })
    await page.goto(`${service.url}/de/counsel/desk`)
    await page.locator('#f-childrenAges').fill('1, 4')
    await page.locator('#f-singleParent').selectOption('true')
    await page.locator('#f-receivesMaintenance').selectOption('false')
    await page.locator('#f-residence').selectOption('german')
    await page.keyboard.press('Enter')
    await page.locator('#desk button[value=show]').first().click()
    await group(page, 'eligible', 'unterhaltsvorschuss').click()
    await page.locator('[data-offer=unterhaltsvorschuss]').waitFor()
    await page.locator('#own').selectOption('uk')
    await page.locator('#note').fill('Montag um 9')
    await page.locator('button[formaction$="/sheet"]').click()
    await page.locator('.sheet').waitFor()
    expect(await page.locator('.sheet').getAttribute('lang')).toBe('uk')
    expect(await page.locator('.sheet').innerText()).toContain('Montag um 9')
    await page.locator('form[action$="/counsel/desk"] button').click()
    expect(await page.locator('#f-childrenAges').inputValue()).toBe('1, 4')
    expect(await page.locator('#note').inputValue()).toBe('Montag um 9')
  })
})

describe.each(['de', 'ar'])('the desk in %s', lang => {
  it.each([screen, { width: 360, height: 740 }])(
    'is accessible and never wider than $width px',
    async viewport => {
      const page = await browser.open({ viewport, reducedMotion: 'reduce' })
      await page.goto(`${service.url}/${lang}/counsel/desk`)
      await page.locator('#f-age').fill('310')
      await page.locator('#f-kreis').fill('Kassel')
      await page.locator('#f-kreis').blur()
      await page.locator('#f-place').waitFor()
      await page.locator('.what-if summary').click()
      await page.locator('button[value=hold]').click()
      await page.locator('button[value=release]').waitFor()
      await page.locator('#f-singleParent').selectOption('true')
      await page.locator('button[value=unterhaltsvorschuss]').click()
      await page.locator('[data-offer=unterhaltsvorschuss]').waitFor()
      expect(await look(page, `the desk at ${viewport.width}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      )
      await page.locator('button[formaction$="/sheet"]').click()
      await page.locator('.sheet').waitFor()
      expect(await look(page, 'the sheet')).toEqual([])
    },
  )
})
