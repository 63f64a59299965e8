import { claimDataFolder } from './claim'
import { openDatabase } from './open-database'
import { prepareSecrets } from './prepare-secrets'
import { hearSignals, Interruption, type Stop } from './signals'

/**
 * For commands: works on the database of a running server, or else on one started for this work, holding the data folder
 * for `purpose` (shown to whoever waits, like "octavo import"). `process.env.DATABASE_URL` is set when `work` begins, so
 * load what touches the database inside it. A signal abandons the work (`Interruption`) and gives all of this back.
 */
export async function withDatabase<T>(purpose: string, work: (url: string) => Promise<T>): Promise<T> {
  const stop = hearSignals()
  const claim = await claimDataFolder({ kind: 'command', purpose, say, stop })
  try {
    await prepareSecrets()
    const database = await openDatabase(claim, say)
    try {
      if (stop.isAsked()) throw new Interruption()
      return await Promise.race([work(database.url), interruption(stop)])
    } finally {
      await database.close()
    }
  } finally {
    await claim.release()
  }
}

async function interruption(stop: Stop): Promise<never> {
  await stop.asked
  throw new Interruption()
}

/** Standard output belongs to the command's own answer. */
function say(line: string) {
  console.error(line)
}
