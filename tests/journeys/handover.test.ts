import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { useBrowser } from '../support/browser.ts'
import { answerAll, openTalk } from '../support/conversation.ts'
import { type Place, postgresServer, sqliteFile } from '../support/databases.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const browser = useBrowser()
const { speeches } = realContent()
const [fa, de] = [speeches.of('fa'), speeches.of('de')]
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
/** What a page says, without the marks that keep directions apart. */
const said = async (page: Page) => plain((await page.locator('main').innerText()).replace(/\u00a0/g, ' '))

describe.each([
  ['a file of SQLite', sqliteFile],
  ['PostgreSQL', postgresServer],
] as const)('a hand-over over two servers that share %s', (_, makePlace) => {
  let place: Place
  let near: Service
  let far: Service
  beforeAll(async () => {
    place = await makePlace()
    near = await startService({ place: place.place })
    far = await startService({ place: place.place })
  })
  afterAll(async () => {
    await near.stop()
    await far.stop()
    await place.close()
  })

  it('goes from a phone in Persian to a desk in German, without the residence, and ends when the person says so', async () => {
    // The phone.
    const phone = await browser.open({ locale: 'fa-IR' })
    const frame = await openTalk(phone, `${near.url}/fa/`)
    await answerAll(frame, motherFromKharkiv)
    await frame.locator('form[action*="/handover"] button').first().click()
    await phone.locator('input[name=share]').first().waitFor()
    expect(await faultsOf(phone, 'picking')).toEqual([])
    expect(await phone.locator('input[name=share][value=residence]').isChecked()).toBe(false)
    expect(await phone.locator('input[name=share][value=childrenAges]').isChecked()).toBe(true)
    await phone.locator('form[action$="/handover/make"] button').click()
    const code = (await phone.locator('.code').innerText()).trim()
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/)
    expect(await faultsOf(phone, 'the code')).toEqual([])

    // The desk, at another server: a camera read the picture.
    const desk = await browser.open({ viewport: { width: 1280, height: 800 } })
    const asked: string[] = []
    desk.on('request', request => asked.push(request.url()))
    await desk.goto(`${far.url}/counsel#${code}`)
    await expect.poll(() => desk.locator('#code').inputValue()).toBe(code)
    expect(new URL(desk.url()).hash).toBe('')
    expect(await faultsOf(desk, 'the form for a code')).toEqual([])
    await desk.locator('form.search button').click()
    await desk.locator('.sheet dl').waitFor()
    expect(await faultsOf(desk, 'what was shared')).toEqual([])
    const shared = await said(desk)
    for (const { text } of [fa, de]) {
      expect(shared).toContain(plain(text('questions:childrenAges.text')))
      expect(shared).not.toContain(plain(text('questions:residence.text')))
    }
    expect(asked.join(' ')).not.toContain(code)

    // Without the residence, what depends on it is open, and the page says so.
    const advance = desk.locator('[data-offer=unterhaltsvorschuss]')
    expect(await advance.getAttribute('data-verdict')).toBe('undetermined')
    expect(plain((await desk.locator('[data-open]').textContent()) ?? '')).toContain(
      plain(fa.text('questions:residence.short')),
    )
    await advance.locator('summary').click()
    for (const sentence of [fa, de]) {
      const said = await advance.innerText()
      expect(plain(said.replace(/\u00a0/g, ' '))).toContain(
        plain(sentence.text('offers:unterhaltsvorschuss.nextStep')),
      )
    }
    expect(
      await advance.locator('.reasons a[href^="https://www.gesetze-im-internet.de/"]').count(),
    ).toBeGreaterThan(1)

    // The counsellor changes something at the desk, and gives the result back as a new code.
    await desk.locator('form[action$="/counsel/desk"] button').click()
    await desk.locator('#f-residence').selectOption('temporaryProtection')
    await desk.locator('button[name=open][value=unterhaltsvorschuss]').waitFor()
    await expect
      .poll(() =>
        desk
          .locator(
            `h3:has-text("${de.text('desk.groups.eligible')} (") + ul button[value=unterhaltsvorschuss]`,
          )
          .count(),
      )
      .toBe(1)
    await desk.locator('.along form[action="/fa/handover"] button').click()
    await desk.locator('input[name=share][value=residence]').check()
    await desk.locator('form[action$="/handover/make"] button').click()
    const back = (await desk.locator('.code').innerText()).trim()
    expect(back).not.toBe(code)
    const reader = await browser.open({ locale: 'fa-IR' })
    await reader.goto(`${near.url}/counsel#${back}`)
    await expect.poll(() => reader.locator('#code').inputValue()).toBe(back)
    await reader.locator('form.search button').click()
    expect(await reader.locator('[data-offer=unterhaltsvorschuss]').getAttribute('data-verdict')).toBe(
      'eligible',
    )

    // Or asks on.
    await desk.goto(`${far.url}/de/counsel`)
    await desk.locator('#code').fill(code)
    await desk.locator('form.search button').click()
    await desk.locator('.tools form[action$="/talk#now"] button').click()
    await desk.locator('#talk').waitFor()
    expect(await desk.locator('html').getAttribute('lang')).toBe('de')

    // The phone again: it was opened, and now it ends.
    await phone.locator('form[action$="/handover/look"] button').click()
    await phone.locator('form[action$="/handover/end"]').waitFor()
    expect(await said(phone)).not.toContain(plain(fa.text('handover.closed')))
    await phone.locator('form[action$="/handover/end"] button').click()
    await expect.poll(() => said(phone)).toContain(plain(fa.text('handover.ended')))
    await desk.goto(`${far.url}/de/counsel`)
    await desk.locator('#code').fill(code)
    await desk.locator('form.search button').click()
    await expect.poll(() => said(desk)).toContain(plain(de.text('counsel.ended')))
  })

  it('goes with everything else when the person deletes all answers', async () => {
    const phone = await browser.open({ locale: 'fa-IR' })
    const frame = await openTalk(phone, `${near.url}/fa/`)
    await answerAll(frame, motherFromKharkiv)
    await frame.locator('form[action*="/handover"] button').first().click()
    await phone.locator('form[action$="/handover/make"] button').click()
    const code = (await phone.locator('.code').innerText()).trim()
    await phone.locator('form[action$="/talk#now"] input[value=results] ~ button').click()
    await phone.locator('button[name=event][value=forget], input[value=forget] ~ button').first().click()
    await phone.locator('#question').waitFor()
    const desk = await browser.open()
    await desk.goto(`${far.url}/de/counsel`)
    await desk.locator('#code').fill(code)
    await desk.locator('form.search button').click()
    await expect.poll(() => said(desk)).toContain(plain(de.text('counsel.ended')))
  })

  it.each([
    ['<img src=x onerror=alert(1)>', 'length'],
    ['0000-0000-00001', 'mistyped'],
    ['%E0%A4%A', 'length'],
  ])('does nothing with a picture that was tampered with (%s), and says what is wrong', async (text, why) => {
    const desk = await browser.open()
    const faults: unknown[] = []
    desk.on('pageerror', fault => faults.push(fault))
    await desk.goto(`${far.url}/de/counsel#${text}`)
    await expect.poll(() => new URL(desk.url()).hash).toBe('')
    await desk.locator('form.search button').click()
    await expect.poll(() => said(desk)).toContain(plain(de.text(`counsel.${why}`)))
    expect(faults).toEqual([])
  })

  it('leaves no readable answer where it is stored', async () => {
    const phone = await browser.open({ locale: 'fa-IR' })
    const frame = await openTalk(phone, `${near.url}/fa/`)
    await answerAll(frame, motherFromKharkiv)
    await frame.locator('form[action*="/handover"] button').first().click()
    await phone.locator('form[action$="/handover/make"] button').click()
    const code = (await phone.locator('.code').innerText()).trim()
    for (const name of await readdir(place.folder, { recursive: true })) {
      const file = join(place.folder, name)
      if (!(await stat(file)).isFile()) continue
      const bytes = await readFile(file)
      for (const word of [
        'temporaryProtection',
        'singleParent',
        'familyCare',
        'receivesMaintenance',
        code,
        code.replaceAll('-', ''),
      ])
        expect([name, word, bytes.includes(word)]).toEqual([name, word, false])
    }
  })
})
