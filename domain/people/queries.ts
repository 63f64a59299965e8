import { readingOrder } from '@/domain/posts/reading-order'
import { db } from '@/lib/db'
import { depends } from '@/lib/depends'

export type Author = { name: string; slug: string; bio: string | null; url: string | null; count: number }

/** The people above live posts with how many each has, by name. */
export async function listAuthors(): Promise<Author[]> {
  depends('authors')
  return db.$queryRaw<Author[]>`
    SELECT p.name, p.slug, p.bio, p.url, count(*)::int AS count
    FROM live_publication l JOIN revision_byline b ON b.revision_id = l.revision_id JOIN person p ON p.id = b.person_id
    WHERE l.kind = 'post' GROUP BY p.id ORDER BY lower(p.name)`
}

/** One of them by slug, or null: people without a live post are nobody to readers. */
export async function getAuthor(slug: string): Promise<Author | null> {
  depends(`by:${slug}`)
  const select = { name: true, slug: true, bio: true, url: true } as const
  const author = await db.person.findUnique({ where: { slug }, select })
  if (author === null) return null
  const { length: count } = await readingOrder({ author: slug })
  return count === 0 ? null : { ...author, count }
}
