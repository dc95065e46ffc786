import { WebSocket } from 'ws'
import type { ErrorMessage, Message, TurnMessage } from '../../src/render/message.ts'
import { readTalkPage, type ShownPage } from './talk-page.ts'

/** An event as a client sends it. */
export interface SentEvent {
  readonly type: string
  readonly [field: string]: unknown
}

/** A connection to `/ws`: what comes back is read in the order in which it came. */
export interface Line {
  /** Sends an event and waits for what comes back. */
  readonly ask: (event: unknown) => Promise<Message>
  /** Sends any frame and waits for what comes back. */
  readonly put: (frame: string | Buffer) => Promise<Message>
  /** Cuts the connection, as a tunnel does: without a goodbye. */
  readonly cut: () => void
  /** The code with which the connection ended. */
  readonly ended: Promise<number>
}

/** Opens a WebSocket; `lang` is the browser's wish. */
export async function openLine(url: string, lang = 'de'): Promise<Line> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws`, { headers: { 'accept-language': lang } })
  const waiting: { readonly take: (text: string) => void; readonly fail: (error: Error) => void }[] = []
  socket.on('message', data => waiting.shift()?.take(String(data)))
  const ended = new Promise<number>(resolve => {
    socket.on('close', code => {
      resolve(code)
      for (const { fail } of waiting.splice(0)) fail(new Error(`the connection ended with ${code}`))
    })
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  socket.on('error', () => socket.terminate())
  const put = async (frame: string | Buffer): Promise<Message> => {
    const answer = new Promise<string>((take, fail) => waiting.push({ take, fail }))
    if (socket.readyState !== WebSocket.OPEN) throw new Error('the connection is gone')
    socket.send(frame)
    return JSON.parse(await answer) as Message
  }
  return { put, ask: event => put(JSON.stringify(event)), cut: () => socket.terminate(), ended }
}

/** An answer of `POST /api/v1/turn`. */
export interface Posted {
  readonly status: number
  readonly body: Message
}

/** Sends a body, whatever it is, to `POST /api/v1/turn`. */
export async function postTurn(
  url: string,
  body: string,
  headers: { readonly [name: string]: string } = {},
): Promise<Posted> {
  const response = await fetch(`${url}/api/v1/turn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'de', ...headers },
    body,
  })
  return { status: response.status, body: (await response.json()) as Message }
}

/** Takes one step over HTTP. */
export const step = (url: string, event: unknown, resume?: string): Promise<Posted> =>
  postTurn(url, JSON.stringify(resume === undefined ? { event } : { resume, event }))

/** A page of the talk with its status. */
export interface PostedPage extends ShownPage {
  readonly status: number
}

/** Begins the talk on a plain page. */
export async function openPage(url: string, { lang, topics, kreis }: SentEvent): Promise<PostedPage> {
  const wishes = new URLSearchParams({
    ...(Array.isArray(topics) && { topics: topics.join(',') }),
    ...(typeof kreis === 'string' && { kreis }),
  })
  const response = await fetch(`${url}/${String(lang)}/?${wishes}`)
  return { status: response.status, ...readTalkPage(await response.text()) }
}

/** Sends an event as the form of a page in which it was put. */
export async function postForm(url: string, page: ShownPage, event: SentEvent): Promise<PostedPage> {
  const response = await fetch(`${url}${page.action}`, {
    method: 'POST',
    body: new URLSearchParams([['resume', page.resume], ...fieldsOf(event)]),
  })
  return { status: response.status, ...readTalkPage(await response.text()) }
}

/** The fields by which a form says an event; `kind` is the kind of the question that the form shows. */
function fieldsOf({ type, kind, value, because, ...rest }: SentEvent): [string, string][] {
  const fields: [string, string][] = [['event', type]]
  if (type === 'retract') {
    return [
      ...fields,
      ...[rest['questions']].flat().map((one): [string, string] => ['question', String(one)]),
    ]
  }
  for (const [name, field] of Object.entries(rest)) fields.push([name, String(field)])
  if (type !== 'answer' && type !== 'change') return fields
  if (value === null) return [...fields, ['skip', String(because ?? 'unknown')]]
  fields.push(['kind', String(kind)])
  if (kind === 'month') {
    const [year = '', month = ''] = String(value).split('-')
    return [...fields, ['year', year], ['month', month]]
  }
  if (Array.isArray(value) && value.length === 0) return [...fields, ['none', '1']]
  return [...fields, ...[value].flat().map((one): [string, string] => ['value', String(one)])]
}

/** A message that has to be a turn. */
export function turnOf(message: Message): TurnMessage {
  if (message.type !== 'turn') throw new Error(`an error instead of a turn: ${JSON.stringify(message)}`)
  return message
}

/** A message that has to be an error. */
export function errorOf(message: Message): ErrorMessage {
  if (message.type !== 'error') throw new Error('a turn instead of an error')
  return message
}
