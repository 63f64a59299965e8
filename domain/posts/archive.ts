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

/** A live address with the moment it last changed for readers. */
export type SitemapAddress = { path: string; changed: Date }

/** Whatever search engines may list: not what asks them not to, nor what is at home elsewhere. */
const LISTED = Prisma.sql`live_publication l JOIN revision r ON r.id = l.revision_id WHERE NOT r.noindex AND r.canonical_url IS NULL`

/** Part `part` (from 1) of all live addresses, `size` of them, oldest first, so that new posts only change the last part. */
export async function listSitemap({ part, size }: { part: number; size: number }): Promise<SitemapAddress[]> {
  for (const tag of ['posts', 'titles', 'pages']) depends(tag)
  return db.$queryRaw<SitemapAddress[]>`
    SELECT l.path, greatest(l.date, coalesce(l.updated, l.date)) AS changed FROM ${LISTED}
    ORDER BY l.date, l.post_id LIMIT ${size} OFFSET ${(part - 1) * size}`
}

/** The parts that all live addresses make, each with the moment the newest of them changed. */
export async function listSitemapParts(size: number): Promise<{ part: number; changed: Date }[]> {
  for (const tag of ['posts', 'titles', 'pages']) depends(tag)
  return db.$queryRaw<{ part: number; changed: Date }[]>`
    SELECT (1 + (n - 1) / ${size}::int)::int AS part, max(changed) AS changed FROM (
      SELECT row_number() OVER (ORDER BY l.date, l.post_id) AS n, greatest(l.date, coalesce(l.updated, l.date)) AS changed FROM ${LISTED}) listed
    GROUP BY part ORDER BY part`
}
