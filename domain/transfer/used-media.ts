import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'

const AT_ONCE = 500
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * The names of all files of the library that some text uses, in its newest or any older state; but for the texts, called `r`, that
 * are `going`.
 */
export async function namesOfUsedMedia(
  tx: Pick<Tx, '$queryRaw'>,
  going: Prisma.Sql,
): Promise<ReadonlySet<string>> {
  const used = new Set<string>()
  let after: string | null = FIRST
  while (after !== null) {
    // Some at a time: a whole blog is more than one statement may take.
    const rows: { id: string; names: string[] }[] = await tx.$queryRaw`
      SELECT r.id::text AS id, CASE WHEN EXISTS (${going}) THEN '{}' ELSE ARRAY(SELECT DISTINCT m[1] FROM regexp_matches(
        concat_ws(' ', r.featured_image, r.thumbnail, r.audio, r.body), '/media/([\\w-]+\\.\\w+)', 'g') m) END AS names
      FROM (SELECT * FROM revision WHERE id > ${after}::uuid ORDER BY id LIMIT ${AT_ONCE}) r ORDER BY r.id`
    for (const { names } of rows) for (const name of names) used.add(name)
    after = rows.at(-1)?.id ?? null
  }
  return used
}
