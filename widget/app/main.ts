import type { Message, TurnMessage } from '../../src/render/message.ts'
import { eventOfForm } from '../view/form.ts'
import { type Entries, isResults, nextScreen, type Screen } from '../view/state.ts'
import { talkView } from '../view/talk.ts'
import { say, type Words } from '../view/words.ts'
import { connect, type Line, type OutgoingEvent } from './connection.ts'
import { watchExit } from './exit.ts'
import { reportHeight } from './height.ts'
import { isKept, keep, recall, remember } from './memory.ts'
import type { Reader } from './read-aloud.ts'

/** What the server put into the page: the first turn and the texts, so that nothing else is loaded for it. */
interface Start {
  readonly turn: TurnMessage
  readonly words: Words
  readonly icons: string
  readonly action: string
}

const talk = document.getElementById('talk')
const live = document.getElementById('live')
const data = document.getElementById('data')
if (talk && live && data?.textContent) takeOver(talk, live, JSON.parse(data.textContent))

// A sheet to take along goes to the printer from its own button.
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
watchExit()
void offerParts(document)
document.addEventListener('focusin', function load({ target }) {
  if (!(target instanceof HTMLElement) || target.dataset['suggest'] === undefined) return
  document.removeEventListener('focusin', load)
  void import('./suggest.ts').then(({ watchSuggestions }) => watchSuggestions())
})
if (document.querySelector('[data-offline]'))
  void import('./offline.ts').then(({ offerOffline }) => offerOffline())
if (document.querySelector('[data-embed]')) void import('./embed.ts').then(({ watchEmbed }) => watchEmbed())
const desk = document.querySelector<HTMLFormElement>('[data-desk]')
if (desk) void import('./desk.ts').then(({ watchDesk }) => watchDesk(desk))
const code = document.querySelector<HTMLInputElement>('[data-code]')
if (code && location.hash !== '') void import('./counsel.ts').then(({ takeCode }) => takeCode(code))
// A page that came by a form can know more than what the script last kept: what was handed over goes with the answers.
const newer = document.querySelector<HTMLInputElement>('[data-remember]')
if (newer) remember(newer.value)
// Who has installed the page has asked to have it at hand.
if ('serviceWorker' in navigator && matchMedia('(display-mode: standalone)').matches)
  void import('./offline.ts').then(({ saveOffline }) => saveOffline(document.documentElement.lang))

/** Waits until the browser has shown the page and has nothing else to do. */
function whenIdle(): Promise<void> {
  return new Promise(done => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done())
    else setTimeout(done, 200)
  })
}

/** Parts of the page that work with a script alone, each loaded where there is one. */
async function offerParts(root: ParentNode): Promise<void> {
  await whenIdle()
  if (root.querySelector('[data-share]'))
    void import('./share.ts').then(({ offerSharing }) => offerSharing(root))
  if (root.querySelector('[data-report]'))
    void import('./report.ts').then(({ watchReports }) => watchReports())
}

/** Lets the page's forms speak over the socket; without this script they would go by POST to the same step. */
function takeOver(root: HTMLElement, announcer: HTMLElement, start: Start): void {
  let words = start.words
  let screen: Screen = nextScreen(null, start.turn)
  let token = recall() ?? start.turn.resume
  let sent: Entries = []
  /** Said with the next turn: why a conversation had to begin anew. */
  let notice: string | null = null
  const year = new Date().getFullYear()
  let reader: Reader | undefined
  const readAloud = async () => {
    if (!('speechSynthesis' in window)) return
    // The page comes first: on a slow line the part for reading aloud would slow it down.
    if (!reader) await whenIdle()
    reader ??= (await import('./read-aloud.ts')).createReader()
    reader.offer(root, words)
  }

  /** What only a script can do, for what was drawn. */
  const offerWhole = () => {
    void readAloud()
    void offerParts(root)
    const box = root.querySelector<HTMLInputElement>('[data-keep]')
    if (!box) return
    box.checked = isKept()
    box.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
    box.onchange = () => {
      keep(box.checked)
      connection.send({ type: 'keep', wanted: box.checked })
    }
  }

  const draw = (isAnswer: boolean) => {
    const typed = root.querySelector<HTMLInputElement>('#say')?.value ?? ''
    const isOpen = root.querySelector<HTMLDetailsElement>('.found')?.open ?? false
    const setting = { words, icons: start.icons, action: start.action, resume: token }
    root.innerHTML = talkView(setting, screen, year).toString()
    const field = root.querySelector<HTMLInputElement>('#say')
    if (field && screen.turn.say.every(({ kind }) => kind === 'info')) field.value = typed
    const found = root.querySelector<HTMLDetailsElement>('.found')
    if (found && isOpen) found.open = true
    offerWhole()
    // Focus moves in answer to what the person did, never by itself.
    if (isAnswer) lead(root, screen)
  }

  const show = async (message: Message, answered: OutgoingEvent | undefined) => {
    const isGreeting = answered === undefined
    root.removeAttribute('aria-busy')
    if (message.type === 'error') {
      if (message.code === 'resume.invalid') return beginAnew(message.text)
      screen = { ...screen, error: message.text, entered: sent }
      announcer.textContent = message.text
      return draw(!isGreeting)
    }
    token = message.resume
    remember(message.transcript.length > 0 || message.from > 0 ? token : undefined)
    // A line that came back brings nothing new: what is half written stays as it is.
    if ((isGreeting || answered.type === 'keep') && isSame(screen.turn, message)) return
    if (message.lang !== words.lang) words = await fetchWords(message.lang, words)
    if (document.documentElement.lang !== words.lang) sayAround(words)
    const turn = notice === null ? message : withNotice(message, notice)
    notice = null
    screen = nextScreen(screen, turn)
    // The way to another language is no news in this one.
    announcer.textContent = turn.say.flatMap(({ text, lang }) => (lang === undefined ? text : [])).join(' ')
    draw(!isGreeting)
    // The interview rests: what is known comes next, with the way on.
    if (turn.paused && !isResults(turn)) {
      root.setAttribute('aria-busy', 'true')
      connection.send({ type: 'results' })
    }
  }

  const beginAnew = (text: string) => {
    remember(undefined)
    token = ''
    notice = text
    connection.beginAnew()
  }

  const connection = connect({
    lang: () => words.lang,
    resume: () => token,
    onMessage: (message, answered) => void show(message, answered),
    onLine: state => showLine(state, words),
  })

  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !('talk' in form.dataset)) return
    event.preventDefault()
    sent = [...new FormData(form, event.submitter)].map(([name, value]) => [name, String(value)] as const)
    const outgoing = eventOfForm(sent)
    if (outgoing.type === 'forget') {
      remember(undefined)
      screen = { ...screen, turn: { ...screen.turn, urgent: null } }
    }
    root.setAttribute('aria-busy', 'true')
    form.closest('details')?.removeAttribute('open')
    connection.send(outgoing)
  })
  offerWhole()
  reportHeight()
}

/** Says what stands around the talk in its language: quick exit, menu, links, title. */
function sayAround(words: Words): void {
  const { lang, dir } = words
  const before = document.documentElement.lang
  document.documentElement.lang = lang
  document.documentElement.dir = dir
  document.title = `${say(words, 'name')}: ${say(words, 'tagline')}`
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
    element.textContent = say(words, element.dataset['text'] ?? '')
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.top a[href], .bottom a[href]'))
    link.setAttribute('href', (link.getAttribute('href') ?? '').replace(`/${before}/`, `/${lang}/`))
}

/** Brings the person to what is new: the offer that was opened, the results, or the next question. */
function lead(root: HTMLElement, { turn }: Screen): void {
  const target = root.querySelector<HTMLElement>(
    turn.offer ? '.one h3' : isResults(turn) && !turn.question?.revision ? '#results' : '#question',
  )
  target?.focus({ preventScroll: true })
  const top =
    root.querySelector('.urgent:not(.known)') ??
    root.querySelector('.say') ??
    target?.closest('section, article')
  top?.scrollIntoView({ block: 'start' })
}

const isSame = (shown: TurnMessage, turn: TurnMessage): boolean =>
  shown.lang === turn.lang &&
  shown.question?.id === turn.question?.id &&
  JSON.stringify(shown.transcript) === JSON.stringify(turn.transcript)

const withNotice = (turn: TurnMessage, text: string): TurnMessage => ({
  ...turn,
  say: [{ kind: 'info', text }, ...turn.say],
})

/** Tells calmly that answers wait for the network, for as long as they do. */
function showLine(state: Line, words: Words): void {
  const shown = document.getElementById('line')
  if (state === 'open') shown?.remove()
  if (state === 'open' || shown) return
  const element = document.createElement('p')
  element.id = 'line'
  element.className = 'line-notice'
  element.setAttribute('role', 'status')
  element.textContent = say(words, 'connection.offline')
  document.body.append(element)
}

async function fetchWords(lang: string, fallback: Words): Promise<Words> {
  try {
    const response = await fetch(`/${lang}/words.json`)
    return response.ok ? await response.json() : fallback
  } catch {
    return fallback
  }
}
