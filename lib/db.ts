import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/generated/prisma/client'

export type Db = PrismaClient
/** What a command works with inside its transaction. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

declare global {
  var octavoDb: PrismaClient | undefined
}

/**
 * The one client of this process. It hangs on `globalThis` because Next bundles its own copy of this module and two copies
 * would mean two pools. Connects at the first query, to `DATABASE_URL`, which the start sets.
 */
export const db = (globalThis.octavoDb ??= connect())

function connect() {
  const adapter = new PrismaPg({
    connectionString: process.env.DATABASE_URL,
    max: 12,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
    lock_timeout: 4_500,
    idle_in_transaction_session_timeout: 60_000,
  })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 30_000 } })
}
