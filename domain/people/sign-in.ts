import { forgiveTries, spendTry } from '@/domain/people/limits'
import { isPassword } from '@/domain/people/passwords'
import { type SessionKey, startSession } from '@/domain/people/sessions'
import { db, transaction } from '@/lib/db'

type SignIn = { email: string; password: string; address: string; userAgent: string | null }

/**
 * Begins a session for the right password, else answers null: the same, after the same time, for a wrong password, an unknown
 * or a disabled person. Refuses with `too-many` before it looks at anything, also at the right password.
 */
export async function signIn({ email, password, address, userAgent }: SignIn): Promise<SessionKey | null> {
  const attempt = { account: email.trim().toLowerCase(), address }
  await spendTry(attempt)
  const person = await findByEmail(attempt.account)
  const right = await isPassword(password, person?.passwordHash ?? null)
  if (!right || person === null || person.disabledAt !== null) return null
  const key = await transaction(async (tx) => {
    // Locked and read again: a password change or a disabling that ended all sessions meanwhile must not miss this one.
    const [same] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM person WHERE id = ${person.id}::uuid AND password_hash = ${person.passwordHash}
        AND disabled_at IS NULL FOR UPDATE`
    return same === undefined ? null : startSession(tx, person, { address, userAgent })
  })
  if (key !== null) await forgiveTries(attempt)
  return key
}

async function findByEmail(email: string) {
  const found = await db.person.findUnique({
    where: { email: email.toWellFormed().replaceAll('\u0000', '') },
    select: { id: true, name: true, role: true, passwordHash: true, disabledAt: true },
  })
  return found
}
