import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { secret } from './service.ts'

/** The built service, running as an operator runs it. */
export interface Running {
  readonly url: string
  readonly port: number
  /** Everything that it has printed so far, on both channels. */
  readonly output: () => string
  /** Sends a signal. */
  readonly signal: (name: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => void
  /** How it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>
}

/** Starts `dist/server.js` on a free port and waits for the line that says where it listens. */
export async function run(environment: { readonly [name: string]: string } = {}): Promise<Running> {
  if (!existsSync('dist/server.js')) throw new Error('dist/server.js is not there: run `npm run build`')
  const child = spawn(process.execPath, ['dist/server.js'], {
    env: { PORT: '0', SECRET: secret, RATE_LIMIT: '0', DATABASE_FILE: ':memory:', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const ended = new Promise<{ code: number | null; signal: string | null }>(resolve => {
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  const port = await new Promise<number>((resolve, reject) => {
    const take = (part: Buffer) => {
      printed += String(part)
      const found = /^Hessenlotse listens on .*:(\d+)$/m.exec(printed)?.[1]
      if (found !== undefined) resolve(Number(found))
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('close', () => reject(new Error(`it did not start:\n${printed}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    output: () => printed,
    signal: name => child.kill(name),
    ended,
  }
}
