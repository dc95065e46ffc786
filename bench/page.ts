import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { findChromium } from '../tests/support/browser.ts'
import { startService } from '../tests/support/service.ts'

/**
 * Loads pages as a slow phone does on slow 4G (Lighthouse's simulated throttling: 150 ms there and back, 1.6 Mbit/s, a
 * processor four times slower) and prints its scores and times. Paths can be named: `npm run bench:page -- /de/ /ar/`.
 */
const usual = [
  '/de/',
  '/ar/',
  '/de-simple/',
  '/uk/offers/unterhaltsvorschuss',
  '/tr/topics',
  '/fa/offline',
  '/frame/uk/',
]
/** Those that the command names, or the usual ones. */
const paths = process.argv.length > 2 ? process.argv.slice(2) : usual
const port = 9777

const service = await startService()
const browser = await chromium.launch({
  executablePath: await findChromium(),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
})
console.log('page                            perf a11y best  seo   LCP ms  TBT ms    CLS   kB')
for (const path of paths) {
  const result = await lighthouse(`${service.url}${path}`, { port, logLevel: 'error', output: 'json' })
  if (!result) continue
  const { categories, audits } = result.lhr
  const score = (id: string) => String(Math.round((categories[id]?.score ?? 0) * 100)).padStart(4)
  const value = (id: string) => audits[id]?.numericValue ?? Number.NaN
  console.log(
    path.padEnd(31),
    ...['performance', 'accessibility', 'best-practices', 'seo'].map(score),
    value('largest-contentful-paint').toFixed(0).padStart(8),
    value('total-blocking-time').toFixed(0).padStart(7),
    value('cumulative-layout-shift').toFixed(3).padStart(7),
    (value('total-byte-weight') / 1024).toFixed(0).padStart(4),
  )
  const faults = Object.values(audits).filter(
    ({ score: each, scoreDisplayMode }) => each !== null && each < 1 && scoreDisplayMode === 'binary',
  )
  for (const { id, title } of faults) console.log(`  ${id}: ${title}`)
}
await browser.close()
await service.stop()
