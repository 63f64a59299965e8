// `npm run octavo -- <command>`. Ends with 0, or with the codes of server/start.ts and one sentence.
import { runProgram } from '@/server/run-program'
import { runCommand } from './run-command'

await runProgram(() => runCommand(process.argv.slice(2)))
