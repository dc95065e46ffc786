import { dayInHesse } from '../../facts/day.ts'
import { runCatalogueCommand } from './command.ts'

/** `npm run catalogue -- <command>` */
process.exitCode = await runCatalogueCommand(
  process.argv.slice(2),
  line => console.log(line),
  dayInHesse(Date.now()),
)
