// `npm run dev`: the same database as `npm start`, in front of Next's development server.
import { runProgram } from './run-program'

await runProgram(async (stop) => {
  const { develop } = await import('./develop')
  await develop(stop)
})
