import { setTimeout as sleep } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/generated/prisma/client'
import { postgresFaults } from '@/lib/postgres-faults'

export type Db = PrismaClient
/** What a command works with inside its transaction. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

declare global {
  var octavoDb: PrismaClient | undefined
}

/**
 * What is read together on the one connection of a transaction is sent without waiting for each answer. A constant, because the
 * types of `pg` do not know it yet.
 */
const PIPELINE = { pipeline: true }

/**
 * The one client of this process. It hangs on `globalThis` because Next bundles its own copy of this module and two copies
 * would mean two pools. Connects at the first query, to `DATABASE_URL`, which the start sets.
 */
export const db = (globalThis.octavoDb ??= connect())

const ATTEMPTS = 4
/** Serialization failure and deadlock. */
const DEADLOCKS = ['40001', '40P01']

/**
 * Runs `work` in one transaction. When Postgres ends it for the sake of another one (a deadlock), it begins again, up to three
 * times: whoever pressed the button should not hear of it. So `work` must do nothing outside the database.
 */
export async function transaction<Result>(
  work: (tx: Tx) => Promise<Result>,
  options: { timeout?: number } = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // eslint-disable-next-line no-restricted-syntax -- the one place
      return await db.$transaction(work, options)
    } catch (error) {
      if (attempt === ATTEMPTS || !isDeadlock(error)) throw error
      // Not both at the same moment again.
      await sleep(Math.random() * 50 * attempt)
    }
  }
}

/** Of a query that Prisma wrote it says so with a code of its own, of one that we wrote only Postgres does. */
function isDeadlock(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') return true
  return [...postgresFaults(error)].some(({ code }) => DEADLOCKS.includes(code))
}

function connect() {
  const adapter = new PrismaPg(
    {
      connectionString: process.env.DATABASE_URL,
      max: 12,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 5_000,
      lock_timeout: 4_500,
      idle_in_transaction_session_timeout: 60_000,
      // One that breaks while the pool gives it up has no other listener, and would end the process.
      onConnect: (client) => void client.on('error', () => undefined),
      ...PIPELINE,
    },
    { statementNameGenerator: ({ sql }) => nameOf(sql) },
  )
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 30_000 } })
}

/** How a query of our own begins whose plan is the same for all values, and costs more than its work: it finds a row by its key. */
const PLANNED_ONCE = '/* planned once */'
/** Each connection keeps what it has prepared, tens of kilobytes each. */
const MOST_NAMED = 100
const names = new Map<string, string>()

/**
 * The name that each connection remembers a query under, so that Postgres reads and plans it once and not every time: those that
 * Prisma wrote, and of our own those that say so. Empty for one that it should plan by its values: what looks through many rows,
 * and lists, which come in any length.
 */
function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  const isPlannedOnce = sql.startsWith(PLANNED_ONCE) || sql.startsWith('SELECT "public".')
  if (names.size === MOST_NAMED || !isPlannedOnce || sql.includes('$1,$2')) return ''
  const name = `octavo_${names.size}`
  names.set(sql, name)
  return name
}
