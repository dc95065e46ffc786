import type { Words } from '../../../widget/view/words.ts'
import type { Speech } from '../../i18n/speech.ts'

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
