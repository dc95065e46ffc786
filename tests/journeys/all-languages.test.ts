import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSeen } from '../support/as-seen.ts'
import { faultsOf, levels } from '../support/axe.ts'
import { useBrowser } from '../support/browser.ts'
import { answerAll, backToResults, openOffer, openTalk, present } from '../support/conversation.ts'
import { saidIn } from '../support/said.ts'
import { realContent, type Service, startService } from '../support/service.ts'
import { tooWide } from '../support/too-wide.ts'

const browser = useBrowser()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const { speeches } = realContent()
const languages = speeches.languages.map(({ lang, dir, name }) => ({ lang, dir, name }))

/** Somebody whose way is short and brings offers of every kind. */
const newcomer = {
  topics: ['german'],
  residence: 'recognisedRefugee',
  residenceBasis: 'protection',
  germanLevel: 'none',
  age: 30,
  kreis: '60311',
}

describe.each(languages)('on a phone 360 pixels wide, in $name', ({ lang, dir }) => {
  it('every screen of the talk has room for its texts, runs the right way, and axe finds nothing', async () => {
    const page = await browser.open({ locale: lang, reducedMotion: 'reduce' })
    const frame = await openTalk(page, `${service.url}/${lang}/`)
    expect(await page.locator('html').getAttribute('dir')).toBe(dir)
    const faults: string[] = []
    const look = async (screen: string) => {
      faults.push(...(await tooWide(page)).map(fault => `${screen}: ${fault}`))
      faults.push(...(await faultsOf(page, screen)))
    }
    await look('start')
    await answerAll(frame, newcomer, async question => {
      if (question !== 'topics') await look(question)
    })
    await look('results')
    await openOffer(frame, 'integrationskurs')
    await look('an offer')
    const [inDanger = ''] = saidIn(lang).inDanger.violence
    await frame.locator('#say').fill(inDanger)
    await frame.locator('.free button').click()
    await present(frame.locator('.urgent a[href^="tel:"]'))
    await look('danger')
    await backToResults(frame)
    await frame.locator('form[action$=print] button').click()
    await present(frame.locator('.sheet'))
    await look('the sheet to take along')
    expect(faults).toEqual([])
  })

  it('every plain page has room for its texts, and axe finds nothing', async () => {
    const page = await browser.open({ locale: lang, reducedMotion: 'reduce' })
    const faults: string[] = []
    const look = async (name: string) => {
      faults.push(...(await tooWide(page)).map(fault => `${name}: ${fault}`))
      faults.push(...(await faultsOf(page, name)))
    }
    for (const path of [
      'offers/unterhaltsvorschuss',
      'offers',
      'topics',
      'offline',
      'traces',
      'accessibility',
      'counsel',
      'privacy',
      'translation',
      'no-such-page',
    ]) {
      await page.goto(`${service.url}/${lang}/${path}`)
      await look(path)
    }
    for (const query of ['Wohngeld Kindergeld', 'mein Mann schlägt mich', 'xqzw']) {
      await page.goto(`${service.url}/${lang}/search`)
      await page.locator('#q').fill(query)
      await page.locator('#q').press('Enter')
      await present(page.locator('#found'))
      // The page opens further down, where the bar at its top covers half of something.
      await page.evaluate(() => window.scrollTo(0, 0))
      await look(`search for ${query}`)
    }
    expect(faults).toEqual([])
  })

  it('the menu leads to it by its own name, from the browser’s wish too', async () => {
    const page = await browser.open({ locale: lang })
    await page.goto(`${service.url}/`)
    expect(new URL(page.url()).pathname).toBe(`/${lang}/`)
    const other = lang === 'de' ? 'en' : 'de'
    await page.goto(`${service.url}/${other}/privacy`)
    await page.locator('.languages summary').click()
    expect(await page.locator('.languages a').count()).toBe(languages.length)
    expect([...(await tooWide(page)), ...(await faultsOf(page, 'menu', levels, '.languages'))]).toEqual([])
    await page.locator(`.languages a[lang="${lang}"]`).click()
    await page.waitForURL(`**/${lang}/privacy`)
    expect(await page.locator('h1').textContent()).toBe(asSeen(speeches.of(lang).text('privacy.heading')))
  })
})

describe('another language in the middle of the talk', () => {
  it('is spoken by everything on the page, and keeps the answers', async () => {
    const page = await browser.open({ locale: 'de-DE' })
    const frame = await openTalk(page, `${service.url}/de/?topics=family`)
    for (const { lang, dir, name } of [...languages.slice(1), ...languages.slice(0, 1)]) {
      await page.locator('.languages summary').click()
      await page.locator(`.languages button[lang="${lang}"]`).click()
      await present(frame.locator(`html[lang="${lang}"]`))
      const speech = speeches.of(lang)
      const seen = {
        dir: await page.locator('html').getAttribute('dir'),
        title: await page.title(),
        exit: await page.locator('#exit').textContent(),
        menu: await page.locator('.languages summary > span').first().textContent(),
        privacy: await page.locator('.bottom a[href$="/privacy"]').textContent(),
        path: await page.locator('.bottom a[href$="/privacy"]').getAttribute('href'),
        answered: await frame.locator('.transcript .asked').allTextContents(),
      }
      expect(seen).toEqual({
        dir,
        title: asSeen(`${speech.text('name')}: ${speech.text('tagline')}`),
        exit: asSeen(speech.text('action.exit')),
        menu: name,
        privacy: asSeen(speech.text('privacy.link')),
        path: `/${lang}/privacy`,
        answered: [asSeen(speech.text('questions:topics.text'))],
      })
    }
  })
})

describe('a German word', () => {
  it.each(languages.filter(({ lang }) => !lang.startsWith('de')))(
    'in the middle of a text is said in German and keeps its order: $name',
    async ({ lang }) => {
      const page = await browser.open({ locale: lang })
      await page.goto(`${service.url}/${lang}/offers/unterhaltsvorschuss`)
      const marked = await page
        .locator('.card p bdi[lang=de]')
        .evaluateAll(all => all.map(bdi => [bdi.textContent, bdi.getAttribute('dir')]))
      expect(marked.filter(([, direction]) => direction === 'ltr').map(([text]) => text)).toContain(
        'Jugendamt',
      )
    },
  )
})
