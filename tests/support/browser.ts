import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

/** The phone on which the journeys take place, in CSS pixels. */
export const phone = { width: 360, height: 740 }

/** A Chromium for the tests of one file. */
export interface Phone {
  /** Opens a page in a browser profile of its own, which ends with the test. */
  readonly open: (options?: BrowserContextOptions) => Promise<Page>
}

/** Runs one headless Chromium for a test file; a script that fails on any page fails the test. */
export function useBrowser(): Phone {
  let browser: Browser | undefined
  let faults: string[] = []
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: await findChromium(), headless: true, args: switches })
  })
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close()
    const found = faults
    faults = []
    expect(found).toEqual([])
  })
  afterAll(() => browser?.close())
  return {
    async open(options = {}) {
      if (!browser) throw new TypeError('the browser is not running yet')
      const context = await browser.newContext({ viewport: phone, locale: 'de-DE', ...options })
      context.on('weberror', error => faults.push(String(error.error())))
      context.on('console', message => {
        if (/Content Security Policy directive: "(?!frame-ancestors)/.test(message.text()))
          faults.push(message.text())
      })
      return context.newPage()
    },
  }
}

/** Nothing is reached but this machine; the same-origin policy and all else that protects a person stays on. */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** The browser that `CHROME_PATH` names, else the machine's own, else the one that npm brought. */
export async function findChromium(): Promise<string> {
  return process.env['CHROME_PATH'] ?? installedChromium() ?? (await carriedChromium())
}

function installedChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .flatMap(name => folders.map(folder => join(folder, name)))
    .find(path => existsSync(path))
}

const carrier = 'node_modules/@sparticuz/chromium/package.json'
const cache = resolve('node_modules/.cache')
/** Unpacks into the folder for temporary files, whichever that is. */
const unpack = "await (await import('@sparticuz/chromium')).default.executablePath()"

/**
 * Unpacks the browser in the npm package once. Each process unpacks into a folder of its own, which becomes the
 * common one in one step: so nobody starts a browser that another process is still writing.
 */
async function carriedChromium(): Promise<string> {
  const { version } = JSON.parse(readFileSync(carrier, 'utf8'))
  const home = join(cache, `chromium-${version}`)
  const path = join(home, 'chromium')
  if (existsSync(path)) return path
  await mkdir(cache, { recursive: true })
  const own = await mkdtemp(`${home}-`)
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
    env: { ...process.env, TMPDIR: own },
  })
  await rename(own, home).catch(async (error: NodeJS.ErrnoException) => {
    await rm(own, { recursive: true, force: true })
    // Another process was faster.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return path
}
