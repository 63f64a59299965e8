// `npm run dev`: the same database as `npm start`, in front of Next's development server.
import { runProgram } from './run-program'
import { hearSignals } from './signals'

await runProgram(async () => {
  const stop = hearSignals()
  const { develop } = await import('./develop')
  await develop(stop)
})
