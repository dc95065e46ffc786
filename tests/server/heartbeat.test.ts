import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type Service, startService } from '../support/service.ts'

const beat = 100

let service: Service
beforeAll(async () => {
  service = await startService({ heartbeat: beat })
})
afterAll(() => service.stop())

async function open(autoPong: boolean): Promise<WebSocket> {
  const socket = new WebSocket(`${service.url.replace('http', 'ws')}/ws`, { autoPong })
  await once(socket, 'open')
  return socket
}

describe('a socket', () => {
  it('is let go when nobody answers on it any more, as a phone that lost its network', async () => {
    const deaf = await open(false)
    const [code] = await once(deaf, 'close')
    expect(code).toBe(1006)
  })

  it('stays open for as long as its page answers, even if the person says nothing', async () => {
    const quiet = await open(true)
    for (let heard = 0; heard < 5; heard++) await once(quiet, 'ping')
    expect(quiet.readyState).toBe(WebSocket.OPEN)
    quiet.terminate()
  })
})
