import { runFlowsCommand } from './command.ts'

/** `npm run flows -- <command>` */
process.exitCode = runFlowsCommand(process.argv.slice(2), line => console.log(line))
