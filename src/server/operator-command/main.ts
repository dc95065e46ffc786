import { runOperatorCommand } from './command.ts'

/** `npm run operator -- token` */
process.exitCode = await runOperatorCommand(process.argv.slice(2), line => console.log(line))
