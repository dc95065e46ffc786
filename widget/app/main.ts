import type { Message, TurnMessage } from '../../src/render/message.ts'
import { eventOfForm } from '../view/form.ts'
import { nextScreen, type Screen } from '../view/state.ts'
import { talkView } from '../view/talk.ts'
import { say, type Words } from '../view/words.ts'
import { connect, type Line } from './connection.ts'
import { watchExit } from './exit.ts'
import { reportHeight } from './height.ts'
import { recall, remember } from './memory.ts'

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

/** Lets the page's forms speak over the socket; without this script they would go by POST to the same step. */
function takeOver(root: HTMLElement, announcer: HTMLElement, start: Start): void {
  let words = start.words
  let screen: Screen = nextScreen(null, start.turn)
  let token = recall() ?? start.turn.resume
  const year = new Date().getFullYear()
  /** Focus moves only once the person has done something: a frame takes none uninvited. */
  let hasActed = false

  const draw = (focus: string | null) => {
    const typed = root.querySelector<HTMLInputElement>('#say')?.value ?? ''
    const isOpen = root.querySelector<HTMLDetailsElement>('.found')?.open ?? false
    root.innerHTML = talkView(
      { words, icons: start.icons, action: start.action, resume: token },
      screen,
      year,
    ).toString()
    const field = root.querySelector<HTMLInputElement>('#say')
    if (field && screen.turn.say.every(({ kind }) => kind === 'info')) field.value = typed
    const found = root.querySelector<HTMLDetailsElement>('.found')
    if (found && isOpen) found.open = true
    const target = focus === null ? null : root.querySelector<HTMLElement>(focus)
    target?.focus({ preventScroll: true })
    const top =
      root.querySelector('.urgent') ?? root.querySelector('.say') ?? target?.closest('section, article')
    if (focus !== null) top?.scrollIntoView({ block: 'start' })
  }

  const show = async (message: Message) => {
    root.removeAttribute('aria-busy')
    if (message.type === 'error') {
      if (message.code === 'resume.invalid') {
        remember(undefined)
        token = start.turn.resume
      }
      screen = { ...screen, error: message.text }
      announcer.textContent = message.text
      return draw('#question')
    }
    token = message.resume
    remember(message.transcript.length > 0 || message.from > 0 ? token : undefined)
    if (message.lang !== words.lang) words = await fetchWords(message.lang, words)
    document.documentElement.lang = words.lang
    document.documentElement.dir = words.dir
    screen = nextScreen(screen, message)
    announcer.textContent = message.say.map(({ text }) => text).join(' ')
    draw(
      !hasActed
        ? null
        : screen.turn.offer
          ? '.one h3'
          : screen.turn.question && !document.querySelector('#results')
            ? '#question'
            : '#results',
    )
  }

  const line = (state: Line) => {
    document.documentElement.dataset['line'] = state
    const notice = document.getElementById('line')
    if (state === 'open') notice?.remove()
    else if (!notice) {
      const element = document.createElement('p')
      element.id = 'line'
      element.className = 'line-notice'
      element.setAttribute('role', 'status')
      element.textContent = say(words, 'connection.offline')
      document.body.append(element)
    }
  }

  const connection = connect({
    lang: () => words.lang,
    resume: () => token,
    onMessage: message => void show(message),
    onLine: line,
  })

  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !('talk' in form.dataset)) return
    event.preventDefault()
    hasActed = true
    const entries = [...new FormData(form, event.submitter)].map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
    const outgoing = eventOfForm(entries)
    if (outgoing.type === 'forget') remember(undefined)
    root.setAttribute('aria-busy', 'true')
    form.closest('details')?.removeAttribute('open')
    connection.send(outgoing)
  })
  watchExit()
  reportHeight()
}

async function fetchWords(lang: string, fallback: Words): Promise<Words> {
  try {
    const response = await fetch(`/${lang}/words.json`)
    return response.ok ? await response.json() : fallback
  } catch {
    return fallback
  }
}
