import { type Html, html } from './html.ts'
import { icon } from './icon.ts'
import type { Setting } from './setting.ts'
import { say } from './words.ts'

/** A button that reads its part of the page aloud; it stays hidden until the page's script finds a voice for it. */
export const listenButton = ({ words, icons }: Setting, what: string): Html =>
  html`<button class="quiet listen" type="button" data-listen hidden>${icon(icons, 'speaker')}<span>${say(words, 'action.listen')}</span><span class="only-heard">: ${what}</span></button>`
