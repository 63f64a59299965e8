import type { Actor } from '@/domain/permissions'
import { mayRead } from '@/domain/posts/desk-queries'
import { getSettings } from '@/domain/settings/queries'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { databaseNow } from '@/lib/dates'
import { instantIn, wallTimeOf } from '@/lib/zoned-time'

export type CalendarKind = 'live' | 'scheduled' | 'planned' | 'change' | 'leaves' | 'returns'
/** `day` is that of the site's zone. */
export type CalendarEntry = { id: string; title: string; kind: CalendarKind; at: Date; day: string }
export type CalendarMonth = {
  month: string
  today: string
  zone: string
  entries: CalendarEntry[]
  isCut: boolean
}

/** More in one month are counted as too many to show. */
const MOST = 500

/**
 * What this person may see of a month (`2026-11`, null for this one) in the site's zone: what went live and goes live, what changes,
 * leaves and comes back, and which drafts are planned.
 */
export async function listCalendar(actor: Actor, { month }: { month: string | null }): Promise<CalendarMonth> {
  const [{ timeZone: zone }, now] = await Promise.all([getSettings(), databaseNow(db)])
  const today = wallTimeOf(now, zone).date
  const shown = month ?? today.slice(0, 7)
  const [year, at] = [Number(shown.slice(0, 4)), Number(shown.slice(5)) - 1]
  const from = instantIn(zone, Date.UTC(year, at, 1))
  const until = instantIn(zone, Date.UTC(year, at + 1, 1))
  const rows = await db.$queryRaw<Omit<CalendarEntry, 'day'>[]>`
    WITH times AS (${TIMES})
    SELECT p.id::text, r.title, t.kind, t.at FROM times t JOIN post p ON p.id = t.id JOIN revision r ON r.id = p.head_id
    WHERE t.at >= ${from} AND t.at < ${until} AND p.trashed_at IS NULL AND ${mayRead(actor)}
    ORDER BY t.at, p.id LIMIT ${MOST + 1}`
  const entries = rows.slice(0, MOST).map((row) => ({ ...row, day: wallTimeOf(row.at, zone).date }))
  return { month: shown, today, zone, entries, isCut: rows.length > MOST }
} // prettier-ignore

const TIMES = Prisma.sql`
  SELECT id, CASE WHEN date > now() THEN 'scheduled' ELSE 'live' END AS kind, date AS at FROM post WHERE NOT draft
  UNION ALL SELECT id, 'planned', planned_for FROM post WHERE draft AND planned_for IS NOT NULL
  UNION ALL SELECT b.post_id, 'change', b.visible_from FROM publication b JOIN post p ON p.id = b.post_id
    WHERE NOT p.draft AND b.visible_from > now() AND b.visible_from <> p.date AND b.visible_from IS DISTINCT FROM p.returns_at
  UNION ALL SELECT id, 'leaves', expires_at FROM post WHERE NOT draft AND expires_at IS NOT NULL
  UNION ALL SELECT id, 'returns', returns_at FROM post WHERE NOT draft AND returns_at IS NOT NULL`
