import type { Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** From here to the end of the transaction nobody else changes who owns the site. */
export async function lockOwners(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('octavo:owners'))`
}

/** How many people other than `exceptId` can sign in as owner. */
export async function countOwners(tx: Pick<Tx, 'person'>, exceptId: string | null = null): Promise<number> {
  const others = exceptId === null ? {} : { id: { not: exceptId } }
  return tx.person.count({
    where: { role: 'owner', disabledAt: null, passwordHash: { not: null }, ...others },
  })
}

/** Refuses to take the last owner away. The caller holds `lockOwners`. */
export async function expectOtherOwner(tx: Tx, id: string): Promise<void> {
  if ((await countOwners(tx, id)) > 0) return
  throw new Refusal('conflict', 'A site keeps at least one owner. Make somebody else an owner first.')
}
