import { once } from 'node:events'
import { WebSocket } from 'ws'
import { type Running, run } from './service.ts'

/** Messages a second of the full step against a raw echo of frames of the same kind, in one run. Aim: ≥ 0.2. */
const connections = 16
const seconds = 4

/** One interview as a person gives it; after the last answer it begins anew. */
const interview: readonly object[] = [
  { type: 'start', lang: 'uk', topics: ['family', 'german'] },
  { type: 'answer', question: 'germanLevel', value: 'A1' },
  { type: 'answer', question: 'residence', value: 'temporaryProtection' },
  { type: 'answer', question: 'employment', value: 'familyCare' },
  { type: 'answer', question: 'benefitsReceived', value: ['sgb2'] },
  { type: 'answer', question: 'age', value: 34 },
  { type: 'answer', question: 'childrenAges', value: [1, 4] },
  { type: 'answer', question: 'singleParent', value: true },
  { type: 'answer', question: 'receivesMaintenance', value: false },
  { type: 'answer', question: 'earnings', value: 'none' },
]
const frames = interview.map(event => JSON.stringify(event))

async function rate(server: Running, frames: readonly string[]): Promise<number> {
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = new WebSocket(server.url, { perMessageDeflate: false })
      await once(socket, 'open')
      return socket
    }),
  )
  let count = 0
  let isOver = false
  for (const socket of sockets) {
    let at = 0
    const next = () => socket.send(frames[at++ % frames.length] ?? '')
    socket.on('message', () => {
      count++
      if (!isOver) next()
    })
    next()
  }
  await pause(1000)
  count = 0
  const start = performance.now()
  await pause(seconds * 1000)
  const perSecond = (count / (performance.now() - start)) * 1000
  isOver = true
  for (const socket of sockets) socket.terminate()
  return perSecond
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

const echo = await run('node', ['bench/echo-server.mjs'], {})
const service = await run('node', ['dist/server.js'], { RATE_LIMIT: '0', LOG_LEVEL: 'silent' })
/** Frames as large as a turn, for what the bytes alone cost. */
const large = ['x'.repeat(1600)]
const ratios: number[] = []
for (let round = 0; round < 3; round++) {
  const raw = await rate(echo, frames)
  const rawLarge = await rate(echo, large)
  const full = await rate(service, frames)
  ratios.push(full / raw)
  console.log(
    `messages: full step ${Math.round(full)}/s, raw echo ${Math.round(raw)}/s, ratio ${(full / raw).toFixed(2)}; raw echo of frames as large as turns ${Math.round(rawLarge)}/s, ratio ${(full / rawLarge).toFixed(2)}`,
  )
}
await service.stop()
await echo.stop()
const median = ratios.sort((a, b) => a - b)[1] ?? 0
console.log(`messages: median ratio ${median.toFixed(2)} (aim ≥ 0.2)`)
