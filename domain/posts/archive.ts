import { db } from '@/lib/db'
import { depends } from '@/lib/depends'

export type ArchiveEntry = { path: string; title: string; date: Date }

/** Every live post with nothing but its title and date, newest first. */
export async function listArchive(): Promise<ArchiveEntry[]> {
  for (const tag of ['posts', 'titles']) depends(tag)
  return db.$queryRaw<ArchiveEntry[]>`
    SELECT l.path, r.title, l.date FROM live_publication l JOIN revision r ON r.id = l.revision_id
    WHERE l.kind = 'post' ORDER BY l.date DESC, l.post_id DESC`
}

/** Every live address with the moment it last changed for readers, for the sitemap. */
export async function listSitemap(): Promise<{ path: string; changed: Date }[]> {
  for (const tag of ['posts', 'titles', 'pages']) depends(tag)
  return db.$queryRaw<{ path: string; changed: Date }[]>`
    SELECT path, greatest(date, coalesce(updated, date)) AS changed FROM live_publication ORDER BY date DESC, post_id DESC`
}
