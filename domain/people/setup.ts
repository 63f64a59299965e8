import { record } from '@/domain/events/commands'
import { addPerson } from '@/domain/people/commands'
import { countOwners, lockOwners } from '@/domain/people/owners'
import { hashNewPassword } from '@/domain/people/passwords'
import type { SetupForm } from '@/domain/people/schema'
import { createToken, expectOpenToken, useToken } from '@/domain/people/tokens'
import { db, transaction, type Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

const A_DAY = 24 * 60

/** Whether nobody can sign in as owner yet. */
export async function setupIsOpen(): Promise<boolean> {
  return (await countOwners(db)) === 0
}

/** The secret of the one-time address `/setup/<secret>`, good for a day; earlier ones stop working. */
export async function createSetupLink(): Promise<string> {
  return transaction((tx) => createToken(tx, { purpose: 'setup', personId: null, minutes: A_DAY }))
}

/** Makes the first owner. Refuses a link that was used (`not-found`) and a site that has an owner (`conflict`). */
export async function completeSetup(input: SetupForm & { address: string }): Promise<void> {
  await expectOpenToken('setup', input)
  const passwordHash = await hashNewPassword(input.password, [input.name, input.email])
  await transaction(async (tx) => {
    await useToken(tx, 'setup', input.token)
    await addFirstOwner(tx, { ...input, passwordHash })
  })
}

/** Makes the first owner from `ADMIN_EMAIL` and `ADMIN_PASSWORD`; does nothing when there is one. Answers whether it did. */
export async function ensureOwner({
  email,
  password,
}: {
  email: string
  password: string
}): Promise<boolean> {
  if (!(await setupIsOpen())) return false
  const passwordHash = await hashNewPassword(password, [email])
  const [name = email] = email.split('@')
  return transaction(async (tx) => {
    await lockOwners(tx)
    if ((await countOwners(tx)) > 0) return false
    await addFirstOwner(tx, { name, email: email.trim().toLowerCase(), passwordHash })
    return true
  })
}

type Founder = { name: string; email: string; passwordHash: string }

async function addFirstOwner(tx: Tx, { name, email, passwordHash }: Founder) {
  await lockOwners(tx)
  if ((await countOwners(tx)) > 0)
    throw new Refusal('conflict', 'This site has an owner already. Sign in instead.')
  const id = await addPerson(tx, { name, email, role: 'owner', passwordHash })
  const actor = { id, name, role: 'owner' } as const
  await record(tx, { type: 'person.created', actor, data: { person: id, role: 'owner' } })
}
