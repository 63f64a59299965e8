import type { Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'
import { numberedSlugs } from '@/lib/numbered-slugs'
import { slugify } from '@/lib/slug'

/** The first free slug for a name. One at a time until the transaction ends, so that equal names at once get different ones. */
export async function claimPersonSlug(tx: Tx, name: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('octavo:person-slugs'))`
  for (const slug of numberedSlugs(slugify(name))) {
    if ((await tx.person.count({ where: { slug } })) === 0) return slug
  }
  throw new Refusal('conflict', 'Too many people have this name.', { field: 'name' })
}
