import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'

/** A change that readers will see of a post. `number` is the version they see then, `real` whether feeds tell of it. */
export type AheadChange = { id: string; at: Date; zone: string; number: number; real: boolean }

type Course = { shows: number | null; ahead: (Omit<AheadChange, 'zone'> & { zone: string | null })[] }
type Row = Course['ahead'][number] & { isNow: boolean; isOther: boolean }

/** What readers see of a post and what they will see in its place, by the database's clock. */
export async function findCourse(postId: string): Promise<Course> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT b.id::text, b.visible_from AS at, b.zone, r.number, coalesce(b.updated = b.visible_from, false) AS real,
      b.visible_from <= now() AND ${OPEN} AS "isNow",
      b.visible_from > now() AND b.visible_from <> p.date AND (b.visible_from IS DISTINCT FROM p.returns_at
        OR b.revision_id IS DISTINCT FROM lag(b.revision_id) OVER (ORDER BY b.visible_from)) AS "isOther"
    FROM publication b JOIN revision r ON r.id = b.revision_id JOIN post p ON p.id = b.post_id
    WHERE b.post_id = ${postId}::uuid AND NOT p.draft AND p.trashed_at IS NULL ORDER BY b.visible_from`
  const ahead = rows.filter(({ isOther }) => isOther)
  return {
    shows: rows.find(({ isNow }) => isNow)?.number ?? null,
    ahead: ahead.map(({ isNow: _isNow, isOther: _isOther, ...change }) => change),
  }
}

const OPEN = Prisma.sql`(b.visible_until IS NULL OR b.visible_until > now())`
