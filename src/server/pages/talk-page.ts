import { html } from '../../../widget/view/html.ts'
import { type Entries, nextScreen, type Screen } from '../../../widget/view/state.ts'
import { talkView } from '../../../widget/view/talk.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { TurnMessage } from '../../render/message.ts'
import type { Assets } from '../assets.ts'
import { addressIn, type Door } from './door.ts'
import { layout } from './layout.ts'
import { viewWords } from './words.ts'

/** The page of the talk: complete without JavaScript; the page's script goes on from the same token. */
export function talkPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  shown: {
    readonly turn: TurnMessage
    readonly error: string | null
    /** What was entered when something went wrong. */
    readonly entered?: Entries
    readonly door: Door
    /** Nobody has answered anything yet. */
    readonly isFirst?: boolean
    readonly year: number
  },
): string {
  const { turn, error, entered = [], door, isFirst = false, year } = shown
  const words = viewWords(speech, speeches.of('de'))
  const screen: Screen = { ...nextScreen(null, turn), error, entered }
  const action = addressIn(door, `/${speech.lang}/talk`)
  const setting = { words, icons: assets.icons, action, resume: turn.resume }
  return layout(speeches, assets, {
    speech,
    title: `${speech.text('name')}: ${speech.text('tagline')}`,
    content: html`<div id="talk">${talkView(setting, screen, year)}</div>`,
    resume: turn.resume,
    door,
    isFirst,
    data: { turn, words, icons: assets.icons, action },
  })
}
