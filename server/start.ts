// `npm start`. Ends with
//   0  stopped as asked
//   1  a fault of Octavo's own, a failed build included
//   2  a setting is wrong
//   3  the port or the data folder is in use
//   4  the database cannot be reached, started or updated
//   5  the disk is full or the data folder cannot be written
//   6  the data belongs to a newer Octavo
// 130  stopped while it waited or worked: nothing is damaged, and the next start goes on
import { runProgram } from './run-program'
import { hearSignals } from './signals'

await runProgram(async () => {
  const stop = hearSignals()
  const { start } = await import('./start-steps')
  await start(stop)
})
