import { claimDataFolder } from './claim'
import { openDatabase } from './open-database'
import { prepareSecrets } from './prepare-secrets'

/**
 * For commands: works on the database of a running server, or else on one started for this work, holding the data folder
 * for `purpose` (shown to whoever waits, like "octavo import"). `process.env.DATABASE_URL` is set when `work` begins, so
 * load what touches the database inside it.
 */
export async function withDatabase<T>(purpose: string, work: (url: string) => Promise<T>): Promise<T> {
  const claim = await claimDataFolder({ kind: 'command', purpose, say, stop: null })
  try {
    await prepareSecrets()
    const database = await openDatabase(claim, say)
    try {
      return await work(database.url)
    } finally {
      await database.close()
    }
  } finally {
    await claim.release()
  }
}

/** Standard output belongs to the command's own answer. */
function say(line: string) {
  console.error(line)
}
