import { claimPersonSlug } from '@/domain/people/slugs'
import type { Tx } from '@/lib/db'

/**
 * The ids of the people with these names, in their order. Names that nobody has become authors who cannot sign in: an import
 * never makes an account and never changes a role.
 */
export async function idsOfAuthors(tx: Tx, names: string[]): Promise<string[]> {
  const wanted = [...new Set(names)]
  const ids = await findAuthors(tx, wanted)
  if (ids.size < wanted.length) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('octavo:names'))`
    for (const [name, id] of await findAuthors(tx, wanted)) ids.set(name, id)
    for (const name of wanted) if (!ids.has(name)) ids.set(name, await makeAuthor(tx, name))
  }
  return names.flatMap((name) => ids.get(name) ?? [])
}

/** The people with these names who are here already. */
export async function findAuthors(tx: Tx, names: string[]): Promise<Map<string, string>> {
  const people = await tx.person.findMany({
    where: { name: { in: names } },
    select: { id: true, name: true },
    orderBy: { createdAt: 'desc' },
  })
  return new Map(people.map(({ id, name }) => [name, id]))
}

async function makeAuthor(tx: Tx, name: string): Promise<string> {
  const slug = await claimPersonSlug(tx, name)
  const { id } = await tx.person.create({ data: { name, slug, role: 'contributor' }, select: { id: true } })
  return id
}
