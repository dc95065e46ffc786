import { type Html, html } from '../../../widget/view/html.ts'
import type { Source } from '../../catalogue/offer.ts'
import type { Speech } from '../../i18n/speech.ts'
import type { RuleInWords } from '../../render/rule.ts'

/** A whole rule as nested lists, each sentence with its source and the day on which that was checked. */
export function ruleList(speech: Speech, rule: RuleInWords, sources: readonly Source[]): Html {
  if (rule.kind !== 'criterion') {
    if (rule.parts.length === 0) return html`<p>${speech.text('rule.everyone')}</p>`
    return html`<p>${speech.text(`rule.${rule.kind}`)}</p><ul>${rule.parts.map(part => html`<li>${ruleList(speech, part, sources)}</li>`)}</ul>`
  }
  const { text, source: title, restsOn } = rule
  const source = sources.find(each => each.title === title)
  return html`<p>${text}${source && html` <small><a href="${source.url}" target="_blank" rel="noopener noreferrer"><bdi lang="de">${title}</bdi></a> · ${speech.text('card.checked', { date: speech.date(source.checked) })}</small>`}</p>${restsOn && ruleList(speech, restsOn, sources)}`
}
