import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openLine, turnOf } from '../support/doors.ts'
import { type Running, run } from '../support/running-service.ts'
import { type Service, startService } from '../support/service.ts'

let running: Running | undefined
let service: Service | undefined
afterEach(async () => {
  running?.signal('SIGKILL')
  await running?.ended
  running = undefined
  await service?.stop()
  service = undefined
})

describe('a service that starts', () => {
  it('accepts connections as soon as it says where it listens', async () => {
    running = await run()
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200)
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200)
  })

  it('says that answers will not outlive it where it has no key, and never prints one it has', async () => {
    const printed: string[] = []
    for (const key of ['', 'a key that nobody may see']) {
      running = await run({ SECRET: key })
      running.signal('SIGTERM')
      await running.ended
      printed.push(running.output())
    }
    expect(printed[0]).toContain('SECRET is not set')
    expect(printed[1]).not.toContain('SECRET')
    expect(printed[1]).not.toContain('a key that nobody may see')
  })

  it('does not start with a setting that can’t be used, and names it', async () => {
    await expect(run({ RATE_LIMIT: 'many' })).rejects.toThrow('RATE_LIMIT')
  })
})

describe.each(['SIGTERM', 'SIGINT'] as const)('a service that gets %s', name => {
  it('tells open pages to connect anew and ends well; the answers go on elsewhere', async () => {
    running = await run()
    const lines = await Promise.all([openLine(running.url), openLine(running.url)])
    const [line, other] = lines
    turnOf(await other.ask({ type: 'start', lang: 'de' }))
    turnOf(await line.ask({ type: 'start', lang: 'uk', topics: ['family'] }))
    const { resume, facts } = turnOf(await line.ask({ type: 'answer', question: 'childrenAges', value: [4] }))
    // A page that was loaded keeps its connection open.
    await fetch(`${running.url}/de/`)

    running.signal(name)
    expect(await Promise.all(lines.map(({ ended }) => ended))).toEqual([1012, 1012])
    expect(await running.ended).toEqual({ code: 0, signal: null })
    await expect(fetch(`${running.url}/healthz`)).rejects.toThrow()

    service = await startService()
    const again = await openLine(service.url)
    const resumed = turnOf(await again.ask({ type: 'start', lang: 'uk', resume }))
    expect(resumed.facts).toEqual(facts)
    again.cut()
  })
})

describe('a service that ends', () => {
  /** How long those who run containers wait before they kill, in milliseconds. */
  const patience = 10_000
  const held = [
    ['opened a connection and asks nothing, as browsers do ahead of time', ''],
    ['sends half a request', 'POST /api/v1/turn HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{'],
    [
      'does not hear that the socket is closed, as a phone in a tunnel',
      'GET /ws HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    ],
  ] as const

  it.each(held)('ends before it is killed, also where somebody %s', async (_, bytes) => {
    running = await run()
    const socket = connect(running.port, '127.0.0.1')
    socket.on('error', () => undefined)
    await new Promise(resolve => socket.once('connect', resolve))
    if (bytes !== '') socket.write(bytes)
    // What was written has arrived once a later request is answered.
    if (bytes.includes('upgrade')) await new Promise(resolve => socket.once('data', resolve))
    else await fetch(`${running.url}/healthz`)
    running.signal('SIGTERM')
    const end = await Promise.race([
      running.ended,
      new Promise(resolve => setTimeout(resolve, patience, 'too late')),
    ])
    socket.destroy()
    expect(end).toEqual({ code: 0, signal: null })
  })

  it('is not ready any more from the moment in which it begins to end', async () => {
    let letGo = () => {}
    const held = new Promise<void>(resolve => {
      letGo = resolve
    })
    service = await startService({ prepare: app => app.addHook('preClose', () => held) })
    const { url, stop } = service
    service = undefined
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ok' })
    const end = stop()
    expect((await fetch(`${url}/readyz`)).status).toBe(503)
    letGo()
    await end
  })
})
