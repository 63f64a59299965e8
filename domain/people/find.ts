import type { Role } from '@/generated/prisma/browser'
import type { Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

export type FoundPerson = {
  id: string
  name: string
  email: string | null
  role: Role
  passwordHash: string | null
  disabledAt: Date | null
}

/** Loads a person for a change and locks the row, so that two changes of one person run one after the other. */
export async function findPerson(tx: Tx, id: string): Promise<FoundPerson> {
  const [person] = await tx.$queryRaw<FoundPerson[]>`
    SELECT id, name, email, role, password_hash AS "passwordHash", disabled_at AS "disabledAt"
    FROM person WHERE id = ${id}::uuid FOR UPDATE`
  if (person === undefined) throw new Refusal('not-found', 'There is no such person.')
  return person
}

/** The id of the person with this e-mail address. */
export async function findPersonId(tx: Pick<Tx, 'person'>, email: string): Promise<string | null> {
  const person = await tx.person.findUnique({ where: { email }, select: { id: true } })
  return person?.id ?? null
}
