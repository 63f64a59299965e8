// What the boot tests run as processes of their own: the steps of a start without the site, or a command.
import { once } from 'node:events'
import { runProgram } from '@/server/run-program'
import { hearSignals } from '@/server/signals'

const [mode] = process.argv.slice(2)

await runProgram(async () => {
  const { env } = await import('@/lib/env')
  const { withDatabase } = await import('@/server/attach')
  const { claimDataFolder } = await import('@/server/claim')
  const { openDatabase } = await import('@/server/open-database')
  const { checkPortFree } = await import('@/server/port')
  if (mode === 'command') return withDatabase('octavo import', work)
  const stop = hearSignals()
  const claim = await claimDataFolder({ kind: 'server', purpose: 'the server', say: console.log, stop })
  try {
    await checkPortFree(env.host, env.port)
    const database = await openDatabase(claim, console.log)
    console.log(`ready ${database.url}`)
    await stop.asked
    console.log('stopping')
    await database.close()
    console.log('stopped')
  } finally {
    await claim.release()
  }
})

/** Until the test closes our input. */
async function work(url: string) {
  console.log(`ready ${url}`)
  process.stdin.resume()
  await once(process.stdin, 'end')
}
