import { type Html, html } from './html.ts'
import type { Setting } from './setting.ts'
import { say } from './words.ts'

/** What can be wrong with an offer. There is no free text: nobody tells of themselves by mistake. */
export const reasons = ['moved', 'closed', 'wrongNumber', 'wrongRule'] as const

/** Asks whether something is wrong with an offer: one tap sends the reason, and the conversation stays as it is. */
export function wrongForm({ words, action, resume, isApart }: Setting, offer: string): Html {
  const way = html`action="${action.replace('/talk', '/report')}"${isApart && html` target="_blank" rel="noopener"`}`
  return html`<details class="wrong"><summary>${say(words, 'wrong.ask')}</summary><form method="post" ${way} data-report data-failed="${say(words, 'wrong.failed')}"><input type="hidden" name="offer" value="${offer}"><input type="hidden" name="resume" value="${resume}"><p>${say(words, 'wrong.explain')}</p>${reasons.map(
    reason =>
      html`<button class="quiet" name="reason" value="${reason}">${say(words, `wrong.${reason}`)}</button>`,
  )}</form></details>`
}
