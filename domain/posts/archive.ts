import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { depends } from '@/lib/depends'

export type ArchiveEntry = { path: string; title: string; date: Date }

/** A calendar month (1 to 12) with live posts, and how many it has. */
export type ArchiveMonth = { year: number; month: number; count: number }

/** The months that have live posts, newest first, by the wall clock of `zone` (an IANA name). */
export async function countArchive(zone: string): Promise<ArchiveMonth[]> {
  depends('posts')
  return db.$queryRaw<ArchiveMonth[]>`
    SELECT extract(year FROM month)::int AS year, extract(month FROM month)::int AS month, count(*)::int AS count
    FROM (SELECT date_trunc('month', date AT TIME ZONE ${zone}) AS month FROM live_publication WHERE kind = 'post') months
    GROUP BY months.month ORDER BY months.month DESC`
}

/** A calendar year, or one month (1 to 12) of it, by the wall clock of `zone`. */
export type ArchivePart = { year: number; month?: number; zone: string }

/** The live posts of a part of the archive, or all, with nothing but their titles and dates, newest first. */
export async function listArchive(part: ArchivePart | null = null): Promise<ArchiveEntry[]> {
  for (const tag of ['posts', 'titles']) depends(tag)
  return db.$queryRaw<ArchiveEntry[]>`
    SELECT l.path, r.title, l.date FROM live_publication l JOIN revision r ON r.id = l.revision_id
    WHERE l.kind = 'post' ${part === null ? Prisma.empty : isWithin(part)} ORDER BY l.date DESC, l.post_id DESC`
}

function isWithin({ year, month, zone }: ArchivePart): Prisma.Sql {
  const start = Prisma.sql`make_timestamp(${year}::int, ${month ?? 1}::int, 1, 0, 0, 0)`
  const step = month === undefined ? '1 year' : '1 month'
  return Prisma.sql`AND l.date >= ${start} AT TIME ZONE ${zone} AND l.date < (${start} + ${step}::interval) AT TIME ZONE ${zone}`
}

/** Every live address with the moment it last changed for readers, for the sitemap. */
export async function listSitemap(): Promise<{ path: string; changed: Date }[]> {
  for (const tag of ['posts', 'titles', 'pages']) depends(tag)
  return db.$queryRaw<{ path: string; changed: Date }[]>`
    SELECT path, greatest(date, coalesce(updated, date)) AS changed FROM live_publication ORDER BY date DESC, post_id DESC`
}
