import { dayInHesse } from '../../facts/day.ts'
import { runLocalesCommand } from './command.ts'

/** `npm run locales -- <command>` */
process.exitCode = runLocalesCommand(process.argv.slice(2), line => console.log(line), dayInHesse(Date.now()))
