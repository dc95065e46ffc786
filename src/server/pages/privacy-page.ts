import { type Html, html } from '../../../widget/view/html.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { Assets, TownDress } from '../assets.ts'
import { layout } from './layout.ts'
import { reached } from './reached.ts'

/** Where people complain about bodies in Hesse (Art. 77 DSGVO, § 13 HDSIG), read 2026-11-26. */
const authority = {
  name: 'Der Hessische Beauftragte für Datenschutz und Informationsfreiheit',
  url: 'https://datenschutz.hessen.de/',
}

/** What is said first, in a few sentences. */
const brief = ['privacy.noStorage', 'privacy.noNames']

/**
 * A part of the notice: the key of its heading, then those of its paragraphs, or of the points of a list. The order is
 * that of Art. 13 DSGVO.
 */
type Section = readonly [heading: string, ...texts: readonly (string | readonly string[])[]]

/** Points whose law could not be read on an official page (§ 3 HDSIG, § 25 TDDDG; tried 2026-11-26): the page says so. */
const unconfirmed: readonly string[] = ['notice.task', 'notice.device']

const purposes: Section = [
  'notice.what',
  ['notice.answers', 'notice.handover', 'notice.counts', 'notice.logs', 'notice.address'],
]
const afterwards: readonly Section[] = [
  ['notice.basis', 'privacy.rights', ['notice.consent', 'notice.task', 'notice.device'], 'notice.withdraw'],
  ['notice.receivers', 'privacy.nobody', 'notice.code', 'notice.host', 'notice.abroad', 'notice.exit'],
  ['notice.duration', 'privacy.time', 'notice.codeTime', 'privacy.browser'],
  [
    'notice.rights',
    [
      'notice.access',
      'notice.rectify',
      'notice.erase',
      'notice.restrict',
      'notice.portability',
      'notice.object',
    ],
    'notice.unknown',
  ],
]
const last: readonly Section[] = [
  ['notice.duty', 'notice.free'],
  ['notice.decision', 'notice.informs'],
]

/** What happens to answers, who answers for it and which rights people have: the whole notice under Art. 13 DSGVO. */
export function privacyPage(speeches: Speeches, assets: Assets, speech: Speech): string {
  const { text, lang } = speech
  const title = text('privacy.heading')
  const part = ([heading, ...texts]: Section) =>
    html`<h2>${text(heading)}</h2>${texts.map(one => (typeof one === 'string' ? html`<p>${text(one)}</p>` : html`<ul class="points">${one.map(point => html`<li>${text(point)}${unconfirmed.includes(point) && html` <small>(${text('card.unconfirmed')})</small>`}</li>`)}</ul>`))}`
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${text('name')}`,
    content: html`<div class="prose"><h1>${title}</h1>${brief.map(key => html`<p>${text(key)}</p>`)}<p><a href="/${lang}/traces">${text('traces.link')}</a></p>
${answering(speech, assets.town)}
${part(purposes)}
${afterwards.map(part)}
<h2>${text('notice.complaint')}</h2><p>${text('notice.authority')} <a href="${authority.url}" rel="noopener noreferrer"><bdi lang="de">${authority.name}</bdi></a></p>
${last.map(part)}</div>`,
    pathIn: other => `/${other}/privacy`,
  })
}

/** Who is responsible, and who helps with questions; plainly said where the operator has not named them. */
function answering({ text }: Speech, town: TownDress | undefined): Html {
  const { controller, dataProtectionOfficer: officer } = town ?? {}
  return html`<h2>${text('notice.who')}</h2>${controller ? html`<p>${text('notice.controller')}</p>${reached(controller)}` : html`<p>${text('notice.noController')}</p>`}
<h2>${text('notice.officer')}</h2>${officer ? html`<p>${text('notice.officerContact')}</p>${reached(officer)}` : html`<p>${text('notice.noOfficer')}</p>`}`
}
