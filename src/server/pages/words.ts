import type { Setting } from '../../../widget/view/setting.ts'
import type { Words } from '../../../widget/view/words.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { Assets } from '../assets.ts'

/** Sections of the interface's texts that the talk needs in the browser. */
const sections = [
  'action',
  'ask',
  'answer',
  'transcript',
  'progress',
  'say',
  'verdict',
  'group',
  'results',
  'card',
  'outcome',
  'cost',
  'urgent',
  'start',
  'connection',
  'keep',
  'wrong',
]

/** Single texts that stand around the talk. */
const around = [
  'name',
  'tagline',
  'privacy.link',
  'translation.link',
  'page.footer',
  'page.home',
  'page.allOffers',
  'search.link',
  'topics.link',
  'offline.link',
  'traces.link',
  'access.link',
  'embed.link',
  'desk.link',
  'handover.show',
  'town.imprint',
  'town.privacy',
  'town.accessibility',
  'town.local',
  'town.hours',
  'town.languages',
]

/** The texts of one language as the view takes them. */
export function viewWords(speech: Speech, original: Speech): Words {
  const texts: Record<string, string> = {}
  // Where a language lacks a text, German is better than nothing.
  for (const [key, text] of [...original.section('ui'), ...speech.section('ui')]) {
    if (sections.includes(key.split('.')[0] ?? '') || around.includes(key)) texts[key] = text
  }
  texts['language.name'] = speech.name
  return { lang: speech.lang, dir: speech.dir, locale: speech.locale, texts }
}

/** What the view needs on a page outside the talk: what is opened there begins one. */
export const viewSetting = (speeches: Speeches, { icons }: Assets, speech: Speech): Setting => ({
  words: viewWords(speech, speeches.of('de')),
  icons,
  action: `/${speech.lang}/talk`,
  resume: '',
})
