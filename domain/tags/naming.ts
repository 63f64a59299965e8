import { Prisma } from '@/generated/prisma/client'
import { foldName } from '@/domain/tags/tag'
import type { Tx } from '@/lib/db'
import { numberedSlugs } from '@/lib/numbered-slugs'
import { slugify } from '@/lib/slug'

/**
 * The ids of the tags or series with these names, in their order; those that do not exist yet are made. Two spellings of one
 * name give the same id, and the spelling that came first stays.
 */
export async function idsOfNames(tx: Tx, table: 'tag' | 'series', names: string[]): Promise<string[]> {
  const wanted = new Map(names.map((name) => [foldName(name), name]))
  wanted.delete('')
  if (wanted.size === 0) return []
  const ids = await findIds(tx, table, [...wanted.keys()])
  if (wanted.size > ids.size) {
    // One maker at a time: two transactions must neither choose the same slug nor wait for each other in a circle.
    await lockNames(tx)
    for (const [folded, id] of await findIds(tx, table, [...wanted.keys()])) ids.set(folded, id)
    for (const [folded, name] of wanted)
      if (!ids.has(folded)) ids.set(folded, await make(tx, table, { name, folded }))
  }
  return names.flatMap((name) => ids.get(foldName(name)) ?? [])
}

/** Names are made by one transaction at a time. */
export async function lockNames(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('octavo:names'))`
}

/** Which of these names exist already, as ids. */
export async function knownNames(tx: Tx, table: 'tag' | 'series', names: string[]): Promise<Set<string>> {
  return new Set((await findIds(tx, table, names.map(foldName))).values())
}

async function findIds(tx: Tx, table: 'tag' | 'series', folded: string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; folded: string }[]>`
    SELECT id::text, folded FROM ${Prisma.raw(table)} WHERE folded = ANY(${folded})`
  return new Map(rows.map(({ id, folded }) => [folded, id]))
}

async function make(
  tx: Tx,
  table: 'tag' | 'series',
  { name, folded }: { name: string; folded: string },
): Promise<string> {
  for (const slug of numberedSlugs(slugify(name))) {
    const [made] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO ${Prisma.raw(table)} (id, name, folded, slug) VALUES (gen_random_uuid(), ${name}, ${folded}, ${slug})
      ON CONFLICT (slug) DO NOTHING RETURNING id::text`
    if (made !== undefined) return made.id
  }
  throw new Error(`no slug is free for ${folded}`)
}
