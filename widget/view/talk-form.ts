import { type Html, html } from './html.ts'
import type { Setting } from './setting.ts'

/** A form of the talk: works by POST without JavaScript; with it, the page's script sends the same event. */
export const talkForm = ({ action, resume }: Setting, event: string, content: Html, label?: string): Html =>
  html`<form method="post" action="${action}#now" data-talk novalidate${label ? html` aria-label="${label}"` : null}><input type="hidden" name="event" value="${event}"><input type="hidden" name="resume" value="${resume}">${content}</form>`
