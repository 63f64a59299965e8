import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '@/lib/db'
import { Refusal } from '@/lib/errors'

type Limit = { name: string; points: number; seconds: number }
/** What is left after a try; `used` counts the tries of the running window, this one included. */
type Try = { allowed: boolean; used: number; retryAfterSeconds: number }

/** Counts tries per key in Postgres, exactly also when many arrive at once. */
export type RateLimiter = {
  count: (key: string) => Promise<Try>
  /** Refuses the key for so many seconds from now on. */
  block: (key: string, seconds: number) => Promise<void>
  /** Takes one try back. */
  refund: (key: string) => Promise<void>
  forgive: (key: string) => Promise<void>
}

/** A limiter of `points` tries per `seconds` and key, in the table `rate_limit`. */
export function createRateLimiter(db: Db, { name, points, seconds }: Limit): RateLimiter {
  const limiter = new RateLimiterPostgres({
    storeClient: { query: (query: Query) => runQuery(db, query) },
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  })
  return {
    count: async (key) => toTry(await limiter.consume(key).catch(expectLimit), points),
    block: async (key, blockSeconds) => void (await limiter.block(key, blockSeconds)),
    refund: async (key) => void (await limiter.reward(key)),
    forgive: async (key) => void (await limiter.delete(key)),
  }
}

/**
 * A limiter that counts in this process, for what costs work and gives nothing to guess: a row written per request would cost
 * more than what it saves. Every instance has its own count, and a restart begins anew.
 */
export function createLoadLimiter({ points, seconds }: Omit<Limit, 'name'>): Pick<RateLimiter, 'count'> {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return { count: async (key) => toTry(await limiter.consume(key).catch(expectLimit), points) }
}

/** Counts a try and refuses it with `too-many` and the seconds to wait when there were too many. */
export async function spend(limiter: Pick<RateLimiter, 'count'>, key: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await limiter.count(key)
  if (!allowed) throw tooMany(retryAfterSeconds)
}

export function tooMany(retryAfterSeconds: number): Refusal {
  const minutes = Math.ceil(retryAfterSeconds / 60)
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return new Refusal('too-many', `Too many attempts. Try again in ${wait}.`, { retryAfterSeconds })
}

type Query = { text: string; values?: unknown[] }

/** The library speaks to a `pg` client; Prisma's own pool answers in its place. It computes with `expire`, so no BigInt. */
async function runQuery(db: Db, { text, values = [] }: Query) {
  if (/^\s*DELETE/i.test(text)) return { rows: [], rowCount: await db.$executeRawUnsafe(text, ...values) }
  const found = await db.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values)
  const rows = found.map(({ points, expire }) => ({
    points,
    expire: expire === null ? null : Number(expire),
  }))
  return { rows, rowCount: rows.length }
}

/** `consume` rejects with its result when the limit is reached; everything else it rejects with is a bug. */
function expectLimit(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}

function toTry({ consumedPoints, msBeforeNext }: RateLimiterRes, points: number): Try {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1_000))
  return { allowed: consumedPoints <= points, used: consumedPoints, retryAfterSeconds }
}
