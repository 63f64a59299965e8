import { record } from '@/domain/events/commands'
import { findPerson, findPersonId } from '@/domain/people/find'
import { expectOtherOwner, lockOwners } from '@/domain/people/owners'
import { hashNewPassword } from '@/domain/people/passwords'
import type { NewPerson, PersonChange } from '@/domain/people/schema'
import { endSessionsOf } from '@/domain/people/sessions'
import { claimPersonSlug } from '@/domain/people/slugs'
import { type Actor, allow, canChangePerson, canManagePeople } from '@/domain/permissions'
import { transaction, type Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** Adds somebody. Without a password there is no way in until one is set. Answers the id. */
export async function createPerson(actor: Actor, input: NewPerson): Promise<string> {
  allow(canManagePeople(actor))
  const passwordHash =
    input.password === null ? null : await hashNewPassword(input.password, [input.name, input.email])
  return transaction(async (tx) => {
    const id = await addPerson(tx, { ...input, passwordHash })
    await record(tx, { type: 'person.created', actor, data: { person: id, role: input.role } })
    return id
  })
}

/** Inserts the row, with a slug made from the name; the caller has allowed it. */
export async function addPerson(
  tx: Tx,
  { name, email, role, passwordHash }: Omit<NewPerson, 'password'> & { passwordHash: string | null },
): Promise<string> {
  const slug = await claimPersonSlug(tx, name)
  // Under the lock of the slugs, so that two equal addresses at once are seen here.
  if ((await findPersonId(tx, email)) !== null)
    throw new Refusal('conflict', 'Somebody has this e-mail address already.', { field: 'email' })
  const { id } = await tx.person.create({
    data: { name, slug, email, role, passwordHash },
    select: { id: true },
  })
  return id
}

/**
 * Changes what readers see of a person (their own, or anybody's for an owner) and, for owners, the role. A new role signs the
 * person out everywhere. Refuses to demote the last owner.
 */
export async function changePerson(actor: Actor, { id, role, ...profile }: PersonChange): Promise<void> {
  await transaction(async (tx) => {
    await lockOwners(tx)
    const person = await findPerson(tx, id)
    allow(canChangePerson(actor, person))
    const newRole = role !== undefined && role !== person.role ? role : null
    if (newRole !== null) {
      allow(canManagePeople(actor))
      if (person.role === 'owner') await expectOtherOwner(tx, id)
      await endSessionsOf(tx, actor, id)
    }
    const { name = person.name, bio, url } = profile
    const shown = { name, ...(bio === undefined ? {} : { bio }), ...(url === undefined ? {} : { url }) }
    await tx.person.update({ where: { id }, data: { ...shown, role: newRole ?? person.role } })
    const data = { person: id, ...(newRole === null ? {} : { role: newRole }) }
    // A name stands above posts, in feeds and on pages of its own: rare enough to expire everything.
    await record(tx, { type: 'person.changed', actor, data, expires: ['all'] })
  })
}

/** Locks a person out at once. What they wrote stays. Refuses for the last owner. */
export async function disablePerson(actor: Actor, id: string): Promise<void> {
  allow(canManagePeople(actor))
  await transaction(async (tx) => {
    await lockOwners(tx)
    const person = await findPerson(tx, id)
    if (person.disabledAt !== null) return
    if (person.role === 'owner') await expectOtherOwner(tx, id)
    await tx.person.update({ where: { id }, data: { disabledAt: new Date() } })
    await tx.token.deleteMany({ where: { personId: id } })
    await endSessionsOf(tx, actor, id)
    await record(tx, { type: 'person.disabled', actor, data: { person: id } })
  })
}

export async function enablePerson(actor: Actor, id: string): Promise<void> {
  allow(canManagePeople(actor))
  await transaction(async (tx) => {
    const person = await findPerson(tx, id)
    if (person.disabledAt === null) return
    await tx.person.update({ where: { id }, data: { disabledAt: null } })
    await record(tx, { type: 'person.enabled', actor, data: { person: id } })
  })
}
