import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { openStorage } from '../../storage/open.ts'

type Place = Parameters<typeof openStorage>[0]

const usage = `npm run db -- migrate            brings the tables up to date
npm run db -- backup FILE        writes all counts to a file; hand-overs stay out of it
npm run db -- restore FILE       puts the counts of a backup in the place of those that are there
npm run db -- purge YYYY-MM-DD   removes counts from before a day, and every hand-over that has expired`

const countsSchema = z.array(
  z.strictObject({
    day: z.iso.date(),
    kreis: z.string(),
    lang: z.string(),
    kind: z.string(),
    subject: z.string(),
    count: z.int().min(1),
  }),
)

/** Looks after what is stored; gives the exit status. `now` is the clock, in milliseconds since 1970. */
export async function runDbCommand(
  [command, argument, ...rest]: readonly string[],
  place: Place,
  say: (line: string) => void,
  now: number,
): Promise<number> {
  const needsArgument = command !== 'migrate'
  const isKnown = command !== undefined && ['migrate', 'backup', 'restore', 'purge'].includes(command)
  if (!isKnown || rest.length > 0 || (argument !== undefined) !== needsArgument) {
    say(usage)
    return 2
  }
  const file = argument ?? ''
  if (command === 'purge' && !z.iso.date().safeParse(file).success) {
    say(`${file} is no day. Write it as 2026-11-26.`)
    return 2
  }
  const counts = command === 'restore' ? readCounts(file) : []
  if (typeof counts === 'string') {
    say(counts)
    return 1
  }
  const storage = await openStorage(place)
  try {
    switch (command) {
      case 'backup': {
        const all = await storage.tallies.all()
        writeFileSync(file, JSON.stringify(all, null, 1), { mode: 0o600 })
        say(`${all.length} counts written to ${file}`)
        break
      }
      case 'restore':
        await storage.tallies.replace(counts)
        say(`${counts.length} counts read from ${file}`)
        break
      case 'purge':
        say(`${await storage.tallies.purge(file)} counts from before ${file} removed`)
        await storage.handovers.sweep(now)
        break
      default:
        say('The tables are up to date.')
    }
    return 0
  } finally {
    await storage.close()
  }
}

/** The counts of a backup, or what is wrong with it. */
function readCounts(file: string): z.infer<typeof countsSchema> | string {
  try {
    const read = countsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (read.success) return read.data
    const [issue] = read.error.issues
    return `${file} is no backup: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`
  } catch (error) {
    return `${file} can't be read: ${error instanceof Error ? error.message : String(error)}`
  }
}
