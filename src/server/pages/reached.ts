import { type Html, html } from '../../../widget/view/html.ts'
import type { TownDress } from '../assets.ts'

/** Somebody who answers for something: in German, as on the letterhead. */
type Answering = Partial<NonNullable<TownDress['controller']>>

/** Name, address and ways to reach somebody, each on a line of its own. */
export const reached = ({ name, address = [], email, phone }: Answering): Html =>
  html`<address class="reached" lang="de" dir="ltr">${[...(name === undefined ? [] : [name]), ...address].map(line => html`${line}<br>`)}${email !== undefined && html`<a href="mailto:${email}">${email}</a><br>`}${phone !== undefined && html`<a href="tel:${phone}">${phone}</a>`}</address>`
