import { dayInHesse } from '../../facts/day.ts'
import { runTownCommand } from './command.ts'

/** `npm run town -- <command>` */
process.exitCode = runTownCommand(
  process.argv.slice(2),
  line => console.log(line),
  dayInHesse(Date.now()),
  process.env['TOWN_FILE'] || undefined,
)
