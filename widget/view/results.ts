import type { TurnMessage } from '../../src/render/message.ts'
import { draftNote, offerCard, offerRow, standingOf } from './card.ts'
import { type Html, html } from './html.ts'
import type { Setting } from './setting.ts'
import { isWhole } from './state.ts'
import { say, sayCount } from './words.ts'

/** Everything that is known now: what fits as cards, the rest in rows, grouped by how sure it is. */
export function resultsView(setting: Setting, { offers, counts }: TurnMessage): Html {
  const { words } = setting
  const cards = offers.filter(isWhole)
  const rows = offers.filter(offer => !isWhole(offer))
  const group = (name: string, fits: (standing: ReturnType<typeof standingOf>) => boolean) => {
    const list = rows.filter(offer => fits(standingOf(offer)))
    if (list.length === 0) return null
    return html`<h3 class="group">${say(words, `group.${name}`)}</h3><ul class="offers">${list.map(offer => offerRow(setting, offer, false))}</ul>`
  }
  return html`<section class="results" aria-labelledby="results"><h2 id="results" tabindex="-1">${say(words, 'results.heading')}</h2>
<p>${counts.eligible > 0 ? sayCount(words, 'results.summary', counts.eligible) : say(words, 'results.none')}</p>
<p class="information">${say(words, 'results.information')}</p>
${draftNote(setting, cards)}
${cards.map(offer => offerCard(setting, offer))}
${group('eligible', standing => ['entitlement', 'discretion', 'open'].includes(standing))}
${group('office', standing => standing === 'office' || standing === 'decides')}
${group('ask', standing => standing === 'ask')}
${group('open', standing => standing === 'facts' || standing === 'law')}
${group('ineligible', standing => standing === 'ineligible')}
<p>${say(words, 'results.contradict')}</p>
</section>`
}
