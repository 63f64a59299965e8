import { dependOnLivePosts } from '@/domain/posts/next-change'
import { db } from '@/lib/db'

export type ArchiveEntry = { path: string; title: string; date: Date }

/** Every live post with nothing but its title and date, newest first. */
export async function listArchive(): Promise<ArchiveEntry[]> {
  await dependOnLivePosts()
  return db.$queryRaw<ArchiveEntry[]>`
    SELECT l.path, r.title, l.date FROM live_publication l JOIN revision r ON r.id = l.revision_id
    WHERE l.kind = 'post' ORDER BY l.date DESC, l.id DESC`
}

/** Every live address with the moment it last changed for readers, for the sitemap. */
export async function listSitemap(): Promise<{ path: string; changed: Date }[]> {
  await dependOnLivePosts()
  return db.$queryRaw<{ path: string; changed: Date }[]>`
    SELECT path, greatest(date, coalesce(updated, date)) AS changed FROM live_publication ORDER BY date DESC, id DESC`
}
