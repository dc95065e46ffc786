import { type Html, html } from '../../../widget/view/html.ts'
import { none, type TakenDown } from '../../counsel/taken-down.ts'
import { questionForm, questionOf } from '../../dialogue/question.ts'
import type { FactName } from '../../facts/schema.ts'
import type { Speech } from '../../i18n/speech.ts'
import { optionLabel } from '../../render/answer.ts'
import type { PlaceNames } from '../../render/offer.ts'

/** One fact: its short name, the field that its question takes, and what is wrong with what stands there. */
export function deskField(speech: Speech, fact: FactName, taken: TakenDown, places: PlaceNames): Html {
  const question = questionOf(fact)
  const { kind, options, min = 0, max = 0 } = questionForm(question)
  const written = taken.entries.get(fact) ?? []
  const [first = ''] = written
  const id = `f-${fact}`
  const name = `f.${fact}`
  const fault = taken.faults.get(fact)
  const marks = html`${fault && html` aria-invalid="true"`} aria-describedby="fault-${fact}"`
  const label = html`<label for="${id}">${speech.text(`questions:${question}.short`)}</label>`
  const box = (value: string, text: string) =>
    html`<label class="box"><input type="checkbox" name="${name}" value="${value}"${written.includes(value) && html` checked`}> ${text}</label>`
  const noneText = speech.has(`questions:${question}.none`)
    ? speech.text(`questions:${question}.none`)
    : speech.text('desk.noneOf')
  const said =
    fault === undefined
      ? null
      : html`<span class="error">${fault === 'place' ? speech.text('error.place.unknown') : speech.text(`invalid.${kind}`, { min, max })}</span>`
  const told = html`<span id="fault-${fact}" data-fault>${said}${fact === 'kreis' && placeOf(speech, taken, places)}</span>`
  switch (kind) {
    case 'choice':
      return html`<p>${label}<select id="${id}" name="${name}"${marks}><option value="">${speech.text('desk.unknown')}</option>${options.map(
        option =>
          html`<option value="${String(option)}"${String(option) === first && html` selected`}>${optionLabel(speech, question, option)}</option>`,
      )}</select>${told}</p>`
    case 'choices':
      return html`<div role="group" aria-labelledby="${id}"><span class="label" id="${id}">${speech.text(`questions:${question}.short`)}</span>${options.map(option => box(String(option), optionLabel(speech, question, option)))}${box(none, noneText)}${told}</div>`
    case 'number':
      return html`<p>${label}<input id="${id}" name="${name}" value="${first}" inputmode="numeric" maxlength="10" autocomplete="off"${marks}>${told}</p>`
    case 'numbers':
      return html`<p>${label}<input id="${id}" name="${name}" value="${first}" maxlength="100" autocomplete="off" placeholder="${speech.text('desk.agesHint')}"${marks}>${box(none, noneText)}${told}</p>`
    case 'month':
      return html`<p>${label}<input id="${id}" name="${name}" type="month" value="${first}" autocomplete="off"${marks}>${told}</p>`
    case 'place':
      return html`<p>${label}<input id="${id}" name="${name}" value="${first}" maxlength="100" autocomplete="off" dir="auto"${marks}>${told}</p>`
    default:
      return kind satisfies never
  }
}

/** The place that was understood; where it could be several, which ones. */
function placeOf(speech: Speech, { facts, places: several }: TakenDown, places: PlaceNames): Html | null {
  const ags = facts.gemeinde ?? facts.kreis
  if (ags !== undefined) return html`<bdi lang="de">${places.name(ags)}</bdi>`
  if (several.length === 0) return null
  return html`<label for="f-place">${speech.text('desk.choosePlace')}</label><select id="f-place" name="f.kreis"><option value="">–</option>${several.map(place => html`<option value="${place.ags}">${place.name} (${place.kreisName})</option>`)}</select>`
}
