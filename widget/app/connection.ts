import type { Message } from '../../src/render/message.ts'

/** An event of the conversation, as the page sends it. */
export interface OutgoingEvent {
  readonly type: string
  readonly [field: string]: unknown
}

/** Whether answers reach the service at the moment. */
export type Line = 'open' | 'waiting' | 'failed'

/** Brings events to the service and turns back, in order, each once, through whatever the line does. */
export interface Connection {
  readonly send: (event: OutgoingEvent) => void
  /** Begins a conversation from nothing; what still waited belonged to the lost one. */
  readonly beginAnew: () => void
}

interface Ends {
  readonly lang: () => string
  /** The token of the last turn; empty where there is none. */
  readonly resume: () => string
  /** Without an event that it answers it greets a line that came up: nobody did anything for it. */
  readonly onMessage: (message: Message, answered: OutgoingEvent | undefined) => void
  readonly onLine: (line: Line) => void
}

/** First and longest time between two tries, in milliseconds. */
const firstPause = 400
const longestPause = 20_000
/** Sockets that never opened before plain HTTP is used. */
const triesBeforeHttp = 2

/**
 * A WebSocket with a queue. An event stays in the queue until its answer is there; after a break the conversation is
 * begun again from the last token, so that an event whose answer was lost can be sent again without counting twice.
 */
export function connect({ lang, resume, onMessage, onLine }: Ends): Connection {
  const queue: OutgoingEvent[] = []
  const token = () => (resume() === '' ? {} : { resume: resume() })
  let socket: WebSocket | undefined
  let tries = 0
  let isUnderWay = false
  let hasOpened = false

  const next = () => {
    const [event] = queue
    if (!event || isUnderWay) return
    if (!hasOpened && tries >= triesBeforeHttp) return void overHttp(event)
    if (socket?.readyState !== WebSocket.OPEN) return
    isUnderWay = true
    socket.send(JSON.stringify(event))
  }
  const done = (message: Message) => {
    isUnderWay = false
    onMessage(message, queue.shift())
    next()
  }
  const pause = () => Math.min(longestPause, firstPause * 2 ** tries) * (0.5 + Math.random())

  const overHttp = async (event: OutgoingEvent) => {
    isUnderWay = true
    try {
      const response = await fetch('/api/v1/turn', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...token(), event }),
      })
      const message: Message = await response.json()
      onLine('open')
      done(message)
    } catch {
      isUnderWay = false
      onLine('waiting')
      setTimeout(next, pause())
    }
  }

  const open = () => {
    let isGreeted = false
    const fresh = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/ws`)
    socket = fresh
    fresh.onopen = () => {
      hasOpened = true
      isUnderWay = true
      fresh.send(JSON.stringify({ type: 'start', lang: lang(), ...token() }))
    }
    fresh.onmessage = ({ data }: MessageEvent<string>) => {
      const message: Message = JSON.parse(data)
      if (isGreeted) return done(message)
      isGreeted = true
      isUnderWay = false
      tries = 0
      onLine('open')
      // What waits in the queue will be answered with turns of its own.
      if (queue.length === 0 || message.type === 'error') onMessage(message, undefined)
      next()
    }
    fresh.onclose = () => {
      if (socket !== fresh) return
      isUnderWay = false
      tries++
      // Where sockets are blocked from the beginning, plain HTTP says itself whether the line is there.
      if (hasOpened) onLine('waiting')
      setTimeout(open, pause())
      if (!hasOpened) next()
    }
  }

  window.addEventListener('online', () => {
    if (socket?.readyState !== WebSocket.OPEN) open()
  })
  open()
  return {
    send(event) {
      queue.push(event)
      next()
    },
    beginAnew() {
      queue.splice(0, queue.length, { type: 'start', lang: lang() })
      next()
    },
  }
}
