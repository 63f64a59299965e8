import type { Taken } from '@/domain/transfer/taken'
import type { Tx } from '@/lib/db'
import { encodePath } from '@/lib/paths'

type Wish = { id: string; path: string; incoming: { aliases: string[] }; notes: string[] }

/**
 * Which old addresses of these posts will lead to them, by the post's id: those that lead nowhere yet. One that leads elsewhere
 * stays as it is, and the post's notes say so.
 */
export async function planRedirects(tx: Tx, wishes: Wish[], taken: Taken): Promise<Map<string, string[]>> {
  const wanted = wishes.map((wish) => ({ ...wish, aliases: aliasesOf(wish) }))
  const rows = await tx.address.findMany({
    where: { path: { in: wanted.flatMap(({ aliases }) => aliases) } },
    select: { path: true, postId: true, target: true },
  })
  const leading = new Map(rows.map((row) => [row.path, row]))
  const planned = new Map<string, string[]>()
  for (const { id, aliases, notes } of wanted) {
    const free: string[] = []
    for (const alias of aliases) {
      const row = leading.get(alias)
      if (row?.postId === id) continue
      const leadsElsewhere = row !== undefined && (row.postId !== null || row.target !== null)
      if (leadsElsewhere || taken.addresses.has(alias))
        notes.push(`the old address ${decodeURI(alias)} leads to another post already`)
      else free.push(alias)
      taken.addresses.add(alias)
    }
    planned.set(id, free)
  }
  return planned
}

/** Lets old addresses lead to a post. One that was gone leads somewhere again; the unit remembers that it was. */
export async function writeRedirects(
  tx: Tx,
  redirects: { path: string; postId: string }[],
  { id: importId, source }: { id: string; source: string },
): Promise<void> {
  if (redirects.length === 0) return
  const replaced = await tx.address.findMany({
    where: { path: { in: redirects.map(({ path }) => path) } },
    select: { path: true, source: true },
  })
  const former = new Map(replaced.map((row) => [row.path, { source: row.source }]))
  await tx.address.deleteMany({ where: { path: { in: [...former.keys()] } } })
  await tx.address.createMany({ data: redirects.map((redirect) => ({ ...redirect, source })) })
  await tx.importThing.createMany({
    data: redirects.map(({ path }) => {
      const before = former.get(path)
      return { importId, kind: 'address', key: path, ...(before === undefined ? {} : { former: before }) }
    }),
    skipDuplicates: true,
  })
}

function aliasesOf({ path, incoming }: Wish): string[] {
  const aliases = new Set(incoming.aliases.map(encodePath))
  aliases.delete(path)
  return [...aliases]
}
