import { env } from '@/lib/env'
import { checkDatabase } from './check-database'
import type { Claim } from './claim'
import { startEmbeddedPostgres } from './embedded-postgres'
import { migrate } from './migrate'

export type OpenDatabase = { url: string; close(): Promise<void> }

/** An up-to-date database, whose address is also in `process.env.DATABASE_URL`: the owner's, a running server's, or our own. */
export async function openDatabase(claim: Claim, say: (line: string) => void): Promise<OpenDatabase> {
  const shared = env.databaseUrl ?? claim.serverUrl
  const database = shared === null ? await startOurs(claim, say) : { url: shared, close: async () => {} }
  process.env.DATABASE_URL = database.url
  try {
    if (env.databaseUrl !== null) await checkDatabase(env.databaseUrl)
    await migrate(database.url, { say })
    await claim.lock?.announce({ state: 'running', databaseUrl: database.url })
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function startOurs(claim: Claim, say: (line: string) => void): Promise<OpenDatabase> {
  const postgres = await startEmbeddedPostgres({ dataDir: env.dataDir, say })
  return {
    url: postgres.url,
    async close() {
      await claim.lock?.announce({ state: 'stopping', databaseUrl: null })
      await postgres.stop()
    },
  }
}
