import { Client } from 'pg'
import { z } from 'zod'
import { describeError, log } from '@/lib/log'

/** How long kept pages are trusted while nobody tells us what changed. */
const TRUST_MS = 60_000
const RETRY_MS = 500
/** A connection that a network forgot sounds like one on which nothing happens, so it is asked now and then. */
const BEAT_MS = 10_000
const PATIENCE_MS = 5_000
/** To listen again changes nothing, and tells whoever looks into Postgres what the connection is for. */
const LISTEN = 'LISTEN octavo_expire'
const tagList = z.array(z.string())

type Listener = (tags: readonly string[]) => void
export type Expiry = {
  isTrusted(): boolean
  /** By `performance.now()`; Infinity while the connection stands. */
  trustedUntil(): number
  stop(): Promise<void>
}

/**
 * Hears every expiry that any instance commits. Until the first connection stands, and 60 s after one was last known to, kept
 * pages are not to be used (`isTrusted`); whoever comes back has missed something and begins with nothing kept.
 */
export async function followExpiry(
  databaseUrl: string,
  expire: Listener,
  { beatMs } = { beatMs: BEAT_MS },
): Promise<Expiry> {
  let heardAt = -Infinity
  let lostAt: number | null = -Infinity
  let stopped = false
  // An outage is told once, not with every try.
  let isSilent = false
  let client: Client | null = null
  await connect()

  async function connect(): Promise<void> {
    const fresh = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    })
    fresh.on('error', (error) => log('expiry.lost', { message: error.message }))
    fresh.on('end', () => lose(fresh))
    fresh.on('notification', ({ payload }) => expire(readTags(payload)))
    try {
      await fresh.connect()
      await fresh.query(LISTEN)
    } catch (error) {
      if (!isSilent) log('expiry.unreachable', { message: describeError(error).message })
      isSilent = true
      void fresh.end()
      retry()
      return
    }
    client = fresh
    heardAt = performance.now()
    lostAt = null
    isSilent = false
    expire(['all'])
    beatLater(fresh)
  }

  /** One that does not answer is ended, and so lost. */
  async function beat(one: Client): Promise<void> {
    const asked = performance.now()
    try {
      await one.query(LISTEN)
      heardAt = asked
      beatLater(one)
    } catch {
      // Its end is said and mended like that of any other connection.
      void one.end()
    }
  }

  function beatLater(one: Client): void {
    setTimeout(() => one === client && !stopped && void beat(one), beatMs).unref()
  }

  function lose(one: Client): void {
    if (one !== client) return
    client = null
    lostAt = heardAt
    retry()
  }

  function retry(): void {
    if (stopped) return
    setTimeout(() => void connect(), RETRY_MS).unref()
  }

  const trustedUntil = () => (lostAt === null ? Infinity : lostAt + TRUST_MS)
  return {
    isTrusted: () => performance.now() < trustedUntil(),
    trustedUntil,
    stop: async () => {
      stopped = true
      await client?.end()
    },
  }
}

function readTags(payload: string | undefined): string[] {
  const parsed = tagList.safeParse(safeJson(payload ?? ''))
  return parsed.success ? parsed.data : ['all']
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
