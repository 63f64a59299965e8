import { networkOf } from '@/lib/client-network'
import { sha256 } from '@/lib/crypto'
import { db } from '@/lib/db'
import { createRateLimiter, spend, tooMany } from '@/lib/rate-limit'

const QUARTER_HOUR = 15 * 60
const HOUR = 60 * 60
const DAY = 24 * HOUR
const TRIES = 5

const perAccount = createRateLimiter(db, { name: 'sign-in', points: TRIES, seconds: QUARTER_HOUR })
const perAddress = createRateLimiter(db, { name: 'sign-in-address', points: 30, seconds: QUARTER_HOUR })
const strikes = createRateLimiter(db, { name: 'sign-in-strike', points: 1, seconds: DAY })
const resets = createRateLimiter(db, { name: 'reset', points: 5, seconds: HOUR })
const links = createRateLimiter(db, { name: 'link', points: 5, seconds: HOUR })

/** Who tries to prove what: the account by e-mail or id, and the address the try came from. */
export type Attempt = { account: string; address: string }

/**
 * Counts a try at a password before it is looked at, and refuses it with `too-many` when there were too many: 5 in 15 minutes
 * per account and address, then a wait that doubles each time (up to a day), and 30 per address.
 */
export async function spendTry(attempt: Attempt): Promise<void> {
  await spend(perAddress, networkOf(attempt.address))
  const key = keyOf(attempt)
  const { allowed, used, retryAfterSeconds } = await perAccount.count(key)
  if (allowed) return
  // Exactly one of any number of parallel tries is the first past the limit: that one lengthens the wait.
  if (used !== TRIES + 1) throw tooMany(retryAfterSeconds)
  const { used: times } = await strikes.count(key)
  const wait = Math.min(QUARTER_HOUR * 2 ** (times - 1), DAY)
  await perAccount.block(key, wait)
  throw tooMany(wait)
}

/** A right password wipes the slate of this account at this address, and does not count for the address. */
export async function forgiveTries(attempt: Attempt): Promise<void> {
  const key = keyOf(attempt)
  const refund = perAddress.refund(networkOf(attempt.address))
  await Promise.all([perAccount.forgive(key), strikes.forgive(key), refund])
}

/** Five requests for a reset link per hour and address, and as many per account. */
export async function spendReset({ account, address }: Attempt): Promise<void> {
  await spend(resets, networkOf(address))
  await spend(resets, sha256(account))
}

/** Five wrong setup or reset links per hour and address. */
export async function spendLink(address: string): Promise<void> {
  await spend(links, networkOf(address))
}

/** Hashed, since it comes from outside and may be long or somebody's private address. */
function keyOf({ account, address }: Attempt): string {
  return sha256(`${account.toLowerCase()}\n${networkOf(address)}`)
}
