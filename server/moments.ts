import { readClock } from '@/domain/schedule/clock'

/**
 * Between two planned moments the clock changes nothing, so what is kept is right until the next one. When it has come, `settle`
 * asks the database what came and went and expires exactly that.
 */
export type Moments = {
  /** False from each planned moment on, until `settle` has found out what it changed. */
  isSettled(): boolean
  settle(): Promise<void>
  /** Somebody changed something: the next moment may be another. */
  reconsider(): void
  /** Milliseconds until the next planned moment; Infinity when there is none. */
  remaining(): number
}

/** By `performance.now()`: how long `isSettled` would answer yes without asking, and when the next planned moment is. */
export type Settled = { until: number; planned: number }

/** The database's clock may be set while ours runs evenly: after this long its next moment is asked for again, and nobody waits. */
const RECHECK_MS = 10_000
/** A machine that slept, or whose clock was set, has lived through more or less time than an even clock counted. */
const JUMP_MS = 250
const JUMP_CHECK_MS = 200
/** How long what is kept is used while the database does not answer. */
const TRUST_MS = 60_000

type Options = { recheckMs?: number; onChange?: (settled: Settled) => void }

export function createMoments(
  expire: (tags: readonly string[]) => void,
  { recheckMs = RECHECK_MS, onChange = () => undefined }: Options = {},
): Moments {
  let since: string | null = null
  let planned = Infinity
  let settledUntil = -Infinity
  let recheckAt = Infinity
  let skew = skewOfClocks()
  let changes = 0
  let asking: Promise<void> | null = null

  async function ask(): Promise<void> {
    // Our clock is read before the database's: the moment is at worst a little early, and then it is asked for again.
    const began = performance.now()
    const asked = changes
    const { now, remaining, stale } = await readClock(since)
    if (stale.length > 0) expire(stale)
    since = now
    planned = began + (remaining ?? Infinity)
    recheckAt = began + recheckMs
    if (asked === changes) settledUntil = Math.min(planned, began + TRUST_MS)
    tell()
  }

  function tell(): void {
    onChange({ until: Math.min(settledUntil, recheckAt), planned })
  }

  function isSettled(): boolean {
    const now = performance.now()
    if (now >= recheckAt) {
      recheckAt = now + recheckMs
      tell()
      // Nobody waits for this one: whoever has to wait asks again, and hears why there is no answer.
      askOnce().catch(() => undefined)
    }
    return now < settledUntil
  }

  function askOnce(): Promise<void> {
    return (asking ??= ask().finally(() => (asking = null)))
  }

  async function settle(): Promise<void> {
    while (!isSettled()) await askOnce()
  }

  function reconsider(): void {
    changes += 1
    settledUntil = -Infinity
    tell()
    settle().catch(() => undefined)
  }

  function lookForJump(): void {
    const before = skew
    skew = skewOfClocks()
    if (Math.abs(skew - before) > JUMP_MS) reconsider()
  }

  setInterval(lookForJump, JUMP_CHECK_MS).unref()
  return { isSettled, settle, reconsider, remaining: () => planned - performance.now() }
}

/** By how much the clock on the wall is ahead of the even one. */
function skewOfClocks(): number {
  return Date.now() - performance.now()
}
