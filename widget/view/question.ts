import type { QuestionMessage } from '../../src/render/message.ts'
import { type Html, html } from './html.ts'
import { optionIcon } from './icon.ts'
import { listenButton } from './listen.ts'
import type { Setting } from './setting.ts'
import type { Entries } from './state.ts'
import { talkForm } from './talk-form.ts'
import { monthNames, say, sayNumber } from './words.ts'

/** How a question is put this time. */
interface Put {
  /** What was wrong with the last try, in words. */
  readonly error: string | null
  /** What was entered then: it stands in the fields again. */
  readonly entered: Entries
  /** The newest year that a month can lie in. */
  readonly year: number
}

/** How many fields stand ready for the ages of children. */
const ageFields = 9
/** The years that a month can lie in, counted back from the newest. */
const yearsBack = 40

/** The one question of the screen, its answers as big rows, and the ways to leave it open. */
export function questionView(setting: Setting, question: QuestionMessage, put: Put): Html {
  const { words } = setting
  const { error } = put
  const fields = html`<input type="hidden" name="question" value="${question.id}"><input type="hidden" name="kind" value="${question.kind}">
<fieldset${error ? html` aria-describedby="talk-error"` : null}><legend><h2 id="question" tabindex="-1">${question.text}</h2></legend>
${listenButton(setting, question.text)}
<p class="why">${question.why}${question.sensitive && html` <span class="not-stored">${say(words, 'ask.notStored')}</span>`}</p>
${error && html`<p class="error" id="talk-error" role="alert">${error}</p>`}
${control(setting, question, put)}
</fieldset>
<div class="skip"><button class="quiet" name="skip" value="unknown">${say(words, 'action.unknown')}</button><button class="quiet" name="skip" value="refused">${say(words, 'action.refused')}</button></div>${priceView(question)}`
  return html`<section class="question" data-question="${question.id}">${talkForm(setting, question.revision ? 'change' : 'answer', fields)}</section>`
}

/** What it costs to leave the question open, said beside the ways to do so. */
function priceView({ price }: QuestionMessage): Html | null {
  if (!price) return null
  const { text, titles } = price
  return html`<p class="price">${text}${titles.length > 0 && html` (${titles.join(' · ')})`}</p>`
}

function control(setting: Setting, question: QuestionMessage, { entered, year }: Put): Html {
  const values = entered.filter(([name]) => name === 'value').map(([, value]) => value)
  const chosen = (name: string) => entered.find(([given]) => given === name)?.[1]
  const { words, icons } = setting
  const hint = question.hint && html`<p class="hint" id="hint">${question.hint}</p>`
  const described = question.hint ? html` aria-describedby="hint"` : null
  const next = html`<button class="primary">${say(words, 'action.next')}</button>`
  const none = question.none && html`<button class="row" name="none" value="1">${question.none}</button>`
  // Enter presses the first button of a form: that must be "next" and not "none".
  const after = none && html`<div class="rows after">${none}</div>`
  const rows = question.options.map(
    ({ value, label }) =>
      html`<button class="row" name="value" value="${String(value)}">${optionIcon(icons, question.id, value)}<span>${label}</span></button>`,
  )
  switch (question.kind) {
    case 'choice':
      return html`<div class="rows">${rows}</div>`
    case 'choices':
      return html`<p class="hint">${say(words, 'ask.several')}</p><div class="rows">${question.options.map(
        ({ value, label }) =>
          html`<label class="row"><input type="checkbox" name="value" value="${String(value)}"${values.includes(String(value)) ? html` checked` : null}>${optionIcon(icons, question.id, value)}<span>${label}</span></label>`,
      )}</div>${next}${after}`
    case 'number':
      return html`${hint}<input class="field" name="value" value="${values[0] ?? ''}" inputmode="numeric" autocomplete="off" maxlength="4" aria-labelledby="question"${described}>${next}`
    case 'numbers':
      return html`${hint}<div class="ages">${Array.from(
        { length: ageFields },
        (_, index) =>
          html`<label><span>${sayNumber(words, index + 1)}</span><input class="field" name="value" value="${values[index] ?? ''}" inputmode="numeric" autocomplete="off" maxlength="3" aria-label="${say(words, 'ask.ageOf', { number: index + 1 })}"></label>`,
      )}</div>${next}${after}`
    case 'month':
      return html`${hint}<div class="month"><label>${say(words, 'ask.month')}<select class="field" name="month"><option value="">${say(words, 'ask.choose')}</option>${monthNames(
        words,
      ).map((name, index) => {
        const value = String(index + 1).padStart(2, '0')
        return html`<option value="${value}"${chosen('month') === value ? html` selected` : null}>${name}</option>`
      })}</select></label><label>${say(words, 'ask.year')}<select class="field" name="year"><option value="">${say(words, 'ask.choose')}</option>${Array.from(
        { length: yearsBack },
        (_, back) =>
          html`<option value="${year - back}"${chosen('year') === String(year - back) ? html` selected` : null}>${sayNumber(words, year - back)}</option>`,
      )}</select></label></div>${next}`
    case 'place':
      return question.options.length > 0
        ? html`<div class="rows">${rows}</div>`
        : html`${hint}<input class="field" name="value" value="${values[0] ?? ''}" autocomplete="postal-code" maxlength="80" aria-labelledby="question"${described}>${next}${
            question.suggestions &&
            html`<div class="rows after">${question.suggestions.map(
              ({ value, label }) => html`<button class="row" name="value" value="${value}">${label}</button>`,
            )}</div>`
          }`
    default:
      return question.kind satisfies never
  }
}
