import { once } from 'node:events'
import { WebSocket } from 'ws'
import { type Running, residentBytes, run } from './service.ts'

/** Memory a connection at many idle sockets, against a raw ws server. Aim: ≤ 2 ×. */
const many = 5000
const atOnce = 100

async function perSocket(server: Running, greet: boolean): Promise<number> {
  const pid = server.process.pid ?? 0
  const open = async (count: number): Promise<readonly WebSocket[]> => {
    const sockets: WebSocket[] = []
    for (let opened = 0; opened < count; opened += atOnce) {
      const batch = Array.from({ length: Math.min(atOnce, count - opened) }, async () => {
        const socket = new WebSocket(server.url, { perMessageDeflate: false })
        await once(socket, 'open')
        if (greet) {
          socket.send(JSON.stringify({ type: 'start', lang: 'de' }))
          await once(socket, 'message')
        }
        return socket
      })
      sockets.push(...(await Promise.all(batch)))
    }
    return sockets
  }
  // The first ones warm the server up and stay open.
  const warm = await open(500)
  await settle()
  const before = await residentBytes(pid)
  const sockets = await open(many)
  await settle()
  const after = await residentBytes(pid)
  for (const socket of [...warm, ...sockets]) socket.terminate()
  return (after - before) / many
}

const settle = () => new Promise(resolve => setTimeout(resolve, 3000))

const echo = await run('node', ['bench/echo-server.mjs'], {})
const raw = await perSocket(echo, false)
await echo.stop()
const service = await run('node', ['dist/server.js'], { RATE_LIMIT: '0', LOG_LEVEL: 'silent' })
const full = await perSocket(service, true)
await service.stop()
console.log(
  `sockets: ${(full / 1024).toFixed(1)} KB a connection at ${many} idle, raw ws ${(raw / 1024).toFixed(1)} KB, ratio ${(full / raw).toFixed(2)} (aim ≤ 2)`,
)
