import { type Actor, allow, canCreatePost } from '@/domain/permissions'
import { mayRead, STATUS } from '@/domain/posts/desk-queries'
import { pathOf, type PostStatus } from '@/domain/posts/post'
import { db } from '@/lib/db'
import { likePattern } from '@/lib/like-pattern'

/** A post that a text can link to. */
export type LinkTarget = { title: string; path: string; status: PostStatus }

const MOST = 12

/** Posts with these words in their title, the newest first: those this person may see at the desk, and of the others the live ones. */
export async function findLinkTargets(actor: Actor, words: string): Promise<LinkTarget[]> {
  allow(canCreatePost(actor))
  const pattern = likePattern(words)
  const rows = await db.$queryRaw<
    { kind: 'post' | 'page'; language: string | null; title: string; slug: string; status: PostStatus }[]
  >`
    SELECT p.kind::text, p.language, r.title, r.slug, ${STATUS} AS status
    FROM post p JOIN revision r ON r.id = CASE WHEN ${mayRead(actor)} THEN p.head_id ELSE (
      SELECT b.revision_id FROM publication b WHERE b.post_id = p.id
        AND b.visible_from <= now() AND (b.visible_until IS NULL OR b.visible_until > now()) LIMIT 1) END
    WHERE p.trashed_at IS NULL AND r.title <> '' AND r.title ILIKE ${pattern}
    ORDER BY p.updated_at DESC LIMIT ${MOST}`
  return rows.map(({ title, status, ...post }) => ({ title, status, path: pathOf(post) }))
}
