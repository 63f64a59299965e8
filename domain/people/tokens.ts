import { spendLink } from '@/domain/people/limits'
import type { TokenPurpose } from '@/generated/prisma/browser'
import { randomToken, sha256 } from '@/lib/crypto'
import { db, type Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

type NewToken = { purpose: TokenPurpose; personId: string | null; minutes: number }

/** A link's secret that works once and for so many minutes. Earlier ones for the same end stop working. */
export async function createToken(tx: Tx, { purpose, personId, minutes }: NewToken): Promise<string> {
  await tx.token.deleteMany({ where: { purpose, personId } })
  const token = randomToken()
  const expiresAt = new Date(Date.now() + minutes * 60_000)
  await tx.token.create({ data: { purpose, personId, hash: sha256(token), expiresAt }, select: { id: true } })
  return token
}

/** Whether the link still works, for the page that shows its form. Using it decides. */
export async function isTokenOpen(purpose: TokenPurpose, token: string): Promise<boolean> {
  const [open] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM token WHERE hash = ${sha256(token)} AND purpose = ${purpose}::"TokenPurpose"
      AND used_at IS NULL AND expires_at > now()`
  return open !== undefined
}

/** Refuses a link that does not work, and counts the try: five wrong ones per hour and address. */
export async function expectOpenToken(
  purpose: TokenPurpose,
  { token, address }: { token: string; address: string },
): Promise<void> {
  if (await isTokenOpen(purpose, token)) return
  await spendLink(address)
  throw usedUp()
}

/** Uses a link up: one of any number of callers gets through, the others are refused (`not-found`). */
export async function useToken(
  tx: Tx,
  purpose: TokenPurpose,
  token: string,
): Promise<{ personId: string | null }> {
  const [used] = await tx.$queryRaw<{ personId: string | null }[]>`
    UPDATE token SET used_at = now() WHERE hash = ${sha256(token)} AND purpose = ${purpose}::"TokenPurpose"
      AND used_at IS NULL AND expires_at > now() RETURNING person_id AS "personId"`
  if (used === undefined) throw usedUp()
  return used
}

function usedUp() {
  return new Refusal('not-found', 'This link was used already or is too old.')
}
