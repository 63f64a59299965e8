import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Publication } from '@/generated/prisma/client'
import { planAnnouncement } from '@/domain/schedule/announce'
import type { Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** From `moment` on readers see nothing of this post. Earlier ranges stay as the record of what they saw. */
export async function endPublications(tx: Tx, postId: string, moment: Date): Promise<void> {
  await tx.publication.deleteMany({ where: { postId, visibleFrom: { gte: moment } } })
  await tx.publication.updateMany({
    where: {
      postId,
      visibleFrom: { lt: moment },
      OR: [{ visibleUntil: null }, { visibleUntil: { gt: moment } }],
    },
    data: { visibleUntil: moment },
  })
  await planAnnouncement(tx, { postId, moment })
}

type Reopened = { postId: string; publications: Record<string, unknown>[]; now: Date }

const range = z.object({
  path: z.string(),
  visible_from: z.coerce.date(),
  visible_until: z.coerce.date().nullable(),
})

/**
 * Ranges that were ended before their time go on from `now`, those that were to come are to come again: rows as the database
 * wrote them, each with everything it had. Refuses with `conflict` when another post has the path by now.
 */
export async function reopenPublications(tx: Tx, { postId, publications, now }: Reopened): Promise<void> {
  await endPublications(tx, postId, now)
  for (const row of publications) {
    const { path, visible_from, visible_until: until } = range.parse(row)
    const from = visible_from > now ? visible_from : now
    if (until !== null && until <= from) continue
    await claimPath(tx, { path, postId, from, until })
    const again = JSON.stringify({ ...row, id: randomUUID(), visible_from: from })
    await tx.$executeRaw`INSERT INTO publication SELECT * FROM jsonb_populate_record(NULL::publication, ${again}::jsonb)`
    for (const moment of [from, until]) if (moment !== null) await planAnnouncement(tx, { postId, moment })
  }
}

/** The range readers are in at `now`, else the next one to come, else null. */
export async function findPublication(tx: Tx, postId: string, now: Date): Promise<Publication | null> {
  return tx.publication.findFirst({
    where: { postId, OR: [{ visibleUntil: null }, { visibleUntil: { gt: now } }] },
    orderBy: { visibleFrom: 'asc' },
  })
}

type Claim = { path: string; postId: string; from: Date; until: Date | null }

/** The exclusion constraint would refuse too; asking first, one at a time per path, gives a sentence instead of an error. */
export async function claimPath(tx: Tx, { path, postId, from, until }: Claim): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`octavo:path:${path}`}))`
  // A title that readers do not see is not for everybody who publishes.
  const [taken] = await tx.$queryRaw<{ title: string | null }[]>`
    SELECT (SELECT r.title FROM live_publication l JOIN revision r ON r.id = l.revision_id WHERE l.revision_id = p.revision_id LIMIT 1) AS title
    FROM publication p WHERE p.path = ${path} AND p.post_id <> ${postId}::uuid
      AND tstzrange(p.visible_from, p.visible_until) && tstzrange(${from}::timestamptz, ${until}::timestamptz) LIMIT 1`
  if (taken === undefined) return
  const who = taken.title === null ? 'Another post' : `“${taken.title}”`
  const sentence = `${who} has the address ${decodeURI(path)} at that time. Choose another slug.`
  throw new Refusal('conflict', sentence, { field: 'slug' })
}
