import { readFileSync } from 'node:fs'
import type { AxeResults, RunOnly } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
/** All success criteria of levels A and AA up to WCAG 2.2. */
export const levels: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
}

/** What axe finds on the page as it stands: rule, place and reason. */
export async function faultsOf(
  page: Page,
  screen: string,
  runOnly = levels,
  within = 'html',
): Promise<readonly string[]> {
  await page.evaluate(axe)
  const { violations, passes } = await page.evaluate(
    ([only, selector]): Promise<AxeResults> => Reflect.get(window, 'axe').run(selector, { runOnly: only }),
    [runOnly, within] as const,
  )
  expect(passes.length, screen).toBeGreaterThan(0)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${screen}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}
