import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { said } from '../catalogue/fault.ts'
import { dayInHesse } from '../facts/day.ts'
import { openStorage } from '../storage/open.ts'
import { createApp } from './app.ts'
import { readAssets } from './assets.ts'
import { readConfig } from './config.ts'
import { loadContent } from './content.ts'
import { createSeal } from './seal.ts'
import { createSweep } from './sweep.ts'
import { loadTown } from './town.ts'

/** Starts the service: reads configuration and content, listens, and says where once connections are accepted. */
const { townFile } = readConfig(process.env)
const loaded = loadTown('.', townFile, dayInHesse(Date.now()))
const config = readConfig(process.env, loaded?.town)
const secret = config.secret ?? randomBytes(32).toString('base64url')
if ('file' in config.database) mkdirSync(dirname(config.database.file), { recursive: true })
const storage = await openStorage(config.database)
const content = loadContent('.', config.languages, loaded?.town)
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
for (const warning of loaded?.warnings ?? []) app.log.warn(said(warning))
const sweep = createSweep(storage, Date.now, app.log)
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
