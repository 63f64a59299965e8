import { randomUUID } from 'node:crypto'
import { createPerson } from '@/domain/people/commands'
import { COMMAND_LINE, type SignedIn } from '@/domain/permissions'

export const PASSWORD = 'violet tractor harvest moon'

/** Somebody with a role and `PASSWORD`, under an e-mail address of their own. */
export async function somebody(role: SignedIn['role'] = 'author'): Promise<SignedIn & { email: string }> {
  const email = `${randomUUID()}@example.org`
  const name = `A ${role}`
  const id = await createPerson(COMMAND_LINE, { name, email, role, password: PASSWORD })
  return { id, name, role, email }
}
