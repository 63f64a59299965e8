import { record } from '@/domain/events/commands'
import { findPerson, type FoundPerson } from '@/domain/people/find'
import { forgiveTries, spendTry } from '@/domain/people/limits'
import { hashNewPassword, isPassword } from '@/domain/people/passwords'
import { endSessionsOf } from '@/domain/people/sessions'
import { type Actor, allow, canManagePeople, type SignedIn } from '@/domain/permissions'
import { transaction, type Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

type OwnChange = { current: string; password: string; address: string }

/** Changes one's own password, which takes the current one, and signs out everywhere, here too. */
export async function changePassword(actor: SignedIn, change: OwnChange): Promise<void> {
  const attempt = { account: actor.id, address: change.address }
  await spendTry(attempt)
  const person = await transaction((tx) => findPerson(tx, actor.id))
  if (!(await isPassword(change.current, person.passwordHash)))
    throw new Refusal('invalid', 'The current password is not right.', { field: 'current' })
  await forgiveTries(attempt)
  await replacePassword(actor, person, change.password)
}

/** Sets somebody's password and signs them out everywhere; for owners and the command line. */
export async function setPassword(actor: Actor, input: { id: string; password: string }): Promise<void> {
  allow(canManagePeople(actor))
  const person = await transaction((tx) => findPerson(tx, input.id))
  if (person.email === null)
    throw new Refusal('invalid', 'This person has no e-mail address to sign in with.', { field: 'email' })
  await replacePassword(actor, person, input.password)
}

async function replacePassword(actor: Actor, person: FoundPerson, password: string) {
  const passwordHash = await hashNewPassword(password, [person.name, person.email])
  await transaction(async (tx) => {
    // Somebody else changed it since the current one was checked: that one no longer proves anything.
    const now = await findPerson(tx, person.id)
    if (now.passwordHash !== person.passwordHash)
      throw new Refusal('conflict', 'The password was changed meanwhile. Sign in again.')
    await storePassword(tx, actor, { personId: person.id, passwordHash })
  })
}

/** Writes the hash, ends every session and every open link of the person, and says so in the history. */
export async function storePassword(
  tx: Tx,
  actor: Actor,
  { personId, passwordHash }: { personId: string; passwordHash: string },
): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { passwordHash } })
  await tx.token.deleteMany({ where: { personId, usedAt: null } })
  await endSessionsOf(tx, actor, personId)
  await record(tx, { type: 'password.changed', actor, data: { person: personId } })
}
