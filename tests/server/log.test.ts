import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCode } from '../../src/server/handover/code.ts'
import { openLine, step, turnOf } from '../support/doors.ts'
import { type Running, run } from '../support/running-service.ts'

/** Words that stand nowhere but in what a person sends: if one is printed, something of the person is printed. */
const marks = {
  query: 'queryOfAPerson',
  path: 'pathOfAPerson',
  body: 'bodyOfAPerson',
  text: 'wordsOfAPerson',
  agent: 'BrowserOfAPerson',
  referer: 'siteOfAPerson',
  cookie: 'cookieOfAPerson',
  authorization: 'keyOfAPerson',
  requestId: 'idOfAPerson',
  protocol: 'protocolOfAPerson',
  forwarded: '203.0.113.77',
  forwarded6: '2001:db8:77::77',
} as const

const headers = {
  'user-agent': marks.agent,
  referer: `https://${marks.referer}.example/`,
  cookie: `a=${marks.cookie}`,
  authorization: `Bearer ${marks.authorization}`,
  'x-request-id': marks.requestId,
  'request-id': marks.requestId,
  'x-forwarded-for': marks.forwarded,
  forwarded: `for="[${marks.forwarded6}]"`,
  'x-forwarded-host': `${marks.path}.example`,
  'accept-language': `uk, x-${marks.text.slice(0, 8)}`,
}

let service: Running
/** What was printed once it listened: how it started names its own address. */
let printed = ''
let token = ''
/** A code that opens nothing, though no character of it is wrong. */
const code = 'ZZZZ-ZZZZ-ZZZZC'
let address = ''

/** Sends bytes as they are, and waits until the service has done with them. */
const raw = (bytes: string): Promise<void> =>
  new Promise(resolve => {
    const socket = connect(service.port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', () => socket.end())
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
  })

const send = (path: string, body?: string, type = 'application/json') =>
  fetch(`${service.url}${path}`, {
    redirect: 'manual',
    headers: { ...headers, ...(body !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { method: 'POST', body }),
  }).then(response => response.text())

beforeAll(async () => {
  service = await run({ LOG_LEVEL: 'debug', TRUST_PROXY: '1' })
  const { output } = service
  const before = output().length
  token = turnOf((await step(service.url, { type: 'start', lang: 'de', topics: ['family'] })).body).resume

  const event = { type: 'say', text: `${marks.text} ${marks.body}` }
  await send('/api/v1/turn', JSON.stringify({ resume: token, event }))
  await send('/api/v1/turn', JSON.stringify({ resume: `${token}${marks.body}`, event }))
  await send('/api/v1/turn', JSON.stringify({ resume: token, event: { type: marks.body, [marks.text]: 1 } }))
  await send('/api/v1/turn', `{"event": ${marks.body}`)
  await send('/api/v1/turn', marks.body, `text/${marks.text}`)
  await send('/api/v1/turn', marks.body.repeat(10_000))
  await send(`/api/v1/turn?resume=${token}&${marks.query}=1`, JSON.stringify({ event }))
  await send(`/api/v1/search?q=${marks.query}&lang=de`)
  await send(`/api/v1/search?q=${marks.query}&lang=${marks.query}`)
  await send('/api/v1/search', JSON.stringify({ q: marks.text, kreis: marks.body }))
  await send('/api/v1/eligibility', JSON.stringify({ facts: { residence: marks.body } }))
  await send(`/api/v1/places?q=${marks.query}`)
  await send(`/api/v1/offers/${marks.path}`)
  await send(`/${marks.path}`)
  await send(`/de/offers/${marks.path}?${marks.query}=${token}`)
  await send(`/de/offers/${marks.path.repeat(20)}`)
  await send(`/de/${marks.path}%ff`)
  await send(`/de/?kreis=${marks.query}&kreis=${marks.query}&topics=${marks.query}&topics=${marks.query}`)
  await send(`/frame/de?topics=${marks.query.repeat(20)}`)
  await send('/de/talk', `event=say&text=${marks.text}&resume=${token}`, 'application/x-www-form-urlencoded')
  await send('/de/talk', `event=${marks.body}&resume=${marks.text}`, 'application/x-www-form-urlencoded')
  await send(`/assets/${marks.path}.js`)

  const form = 'application/x-www-form-urlencoded'
  await send('/de/handover/make', `share=${marks.body}&resume=${token}`, form)
  for (const does of ['look', 'end'])
    await send(`/de/handover/${does}`, `code=${code}&ends=1&resume=${token}`, form)
  for (const tried of [code, `${code}0`, '0000-0000-00000', marks.text, marks.body.repeat(9000)])
    await send('/de/counsel', `code=${tried}`, form)
  for (const path of ['', '/sheet'])
    await send(
      `/de/counsel/desk${path}`,
      `f.kreis=${marks.query}&f.age=${marks.body}&q=${marks.text}&note=${marks.text}&held=${marks.body}&own=${marks.path}`,
      form,
    )
  await send('/de/counsel/desk', marks.body.repeat(9000), form)
  await fetch(`${service.url}/de/counsel`, {
    method: 'POST',
    headers: { ...headers, 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ code }),
  })

  const line = await openLine(service.url, `uk, x-${marks.query.slice(0, 8)}`)
  for (const frame of [
    JSON.stringify({ type: 'start', lang: 'de', resume: token }),
    JSON.stringify({ type: 'start', lang: 'de', resume: marks.text }),
    JSON.stringify(event),
    JSON.stringify({ type: marks.text }),
    `{${marks.text}`,
    marks.text.repeat(5000),
    Buffer.from(marks.text),
  ]) {
    await line.put(frame)
  }
  await line.put(marks.text.repeat(200_000)).catch(() => undefined)

  await raw(`GET /${marks.path} ${marks.protocol}/9.9\r\n\r\n`)
  await raw(`GET /${marks.path} HTTP/1.1\r\nhost: x\r\n${marks.agent} without a colon\r\n\r\n`)
  await raw(`${marks.body}\u0000\u0001\r\n\r\n`)
  await raw(`GET / HTTP/1.1\r\nhost: x\r\nx: ${marks.body.repeat(5000)}\r\n\r\n`)
  await raw(
    `GET /ws?${marks.query} HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 99\r\nsec-websocket-key: ${marks.body}\r\n\r\n`,
  )

  await send('/healthz')
  service.signal('SIGTERM')
  await service.ended
  printed = output().slice(before)
  address = new URL(service.url).hostname
})
afterAll(() => service.signal('SIGKILL'))

describe('the log', () => {
  it('says which kind of request came, how it was answered, and how fast', () => {
    const lines = printed
      .split('\n')
      .filter(line => line.startsWith('{'))
      .map(line => JSON.parse(line) as { readonly [field: string]: unknown })
    const answered = lines.filter(line => 'route' in line)
    for (const wanted of [
      { method: 'POST', route: '/api/v1/turn', status: 200 },
      { method: 'POST', route: '/api/v1/turn', status: 400 },
      { method: 'GET', route: '/api/v1/search', status: 200 },
      { method: 'GET', route: '/api/v1/offers/:id', status: 404 },
      { method: 'POST', route: '/:lang/talk', status: 200 },
      { method: 'POST', route: '/:lang/counsel', status: 400 },
      { method: 'POST', route: '/:lang/counsel', status: 403 },
      { method: 'POST', route: '/:lang/counsel/desk', status: 200 },
      { method: 'GET', route: '/healthz', status: 200 },
    ]) {
      expect(answered).toContainEqual(expect.objectContaining(wanted))
    }
    for (const { ms } of answered) expect(ms).toEqual(expect.any(Number))
  })

  it.each(Object.entries(marks))('holds nothing that a person sent: %s', (_, mark) => {
    expect(printed.length).toBeGreaterThan(1000)
    expect(printed.toLowerCase()).not.toContain(mark.toLowerCase())
  })

  it('holds no token, nor a part of one', () => {
    expect(token.length).toBeGreaterThan(60)
    for (let at = 0; at + 20 <= token.length; at += 10)
      expect(printed).not.toContain(token.slice(at, at + 20))
  })

  it('holds no code', () => {
    expect(readCode(code).kind).toBe('code')
    expect(printed).not.toContain(code)
    expect(printed).not.toContain(code.replaceAll('-', ''))
  })

  it('holds no address of a person, and no field for one', () => {
    expect(printed).not.toContain(address)
    expect(printed).not.toContain('::1')
    expect(printed).not.toMatch(/remote|"ip"|hostname|"url"/i)
  })
})
