import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { readConfig } from '../config.ts'
import { runDbCommand } from './command.ts'

/** `npm run db -- <command>`, over the storage that the environment names. */
const { database } = readConfig(process.env)
if ('file' in database) mkdirSync(dirname(database.file), { recursive: true })
process.exitCode = await runDbCommand(process.argv.slice(2), database, line => console.log(line), Date.now())
