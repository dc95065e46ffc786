import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openStorage } from '../storage/open.ts'
import { createApp } from './app.ts'
import { readAssets } from './assets.ts'
import { readConfig } from './config.ts'
import { loadContent } from './content.ts'
import { createSeal } from './seal.ts'

/** Starts the service: reads configuration and content, listens, and says where once connections are accepted. */
const config = readConfig(process.env)
const secret = config.secret ?? randomBytes(32).toString('base64url')
if ('file' in config.database) mkdirSync(dirname(config.database.file), { recursive: true })
const storage = await openStorage(config.database)
const content = loadContent('.', config.languages)
content.warm()
const app = await createApp({
  config,
  content,
  seal: createSeal(secret, config.previousSecret),
  storage,
  assets: readAssets('dist/public', config.publicUrl),
  now: Date.now,
})
if (config.secret === undefined) {
  app.log.warn('SECRET is not set: a fresh key was made, and answers will not outlive this process')
}
/** What has expired is refused when it is asked for, and removed every minute. */
const sweep = async () => {
  try {
    await storage.handovers.sweep(Date.now())
    await storage.tries.sweep(Date.now())
  } catch (error) {
    app.log.error({ err: error }, 'sweep failed')
  }
}
setInterval(sweep, 60_000).unref()
void sweep()
/** Time that connections have to end by themselves, in milliseconds. */
const patience = 3000
const stop = async () => {
  setTimeout(() => {
    for (const socket of app.websocketServer.clients) socket.terminate()
    app.server.closeAllConnections()
  }, patience).unref()
  await app.close()
  await storage.close()
  process.exit(0)
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)

const address = await app.listen({
  port: config.port,
  host: config.host,
  listenTextResolver: () => 'listening',
})
console.log(`Hessenlotse listens on ${config.publicUrl ?? address.replace('127.0.0.1', 'localhost')}`)
