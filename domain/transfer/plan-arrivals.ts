import { pathOf } from '@/domain/posts/post'
import { planAddresses, type PlannedPage, slugKey } from '@/domain/transfer/planned-addresses'
import { db } from '@/lib/db'

type Held = { kind: 'post' | 'page'; language: string | null; slug: string; path: string | null }

/** Where the pages of a source will be found here, beside the posts that are here already. */
export async function planArrivals(
  pages: PlannedPage[],
  { source, language }: { source: string; language: string },
): Promise<Map<string, string>> {
  const held = await db.$queryRaw<Held[]>`
    SELECT p.kind::text AS kind, p.language, r.slug, f.path
    FROM post p JOIN revision r ON r.id = p.head_id
    LEFT JOIN source_file f ON f.post_id = p.id AND f.source = ${source}
    WHERE p.trashed_at IS NULL
    UNION
    SELECT p.kind::text, p.language, r.slug, NULL FROM publication b
    JOIN post p ON p.id = b.post_id JOIN revision r ON r.id = b.revision_id
    WHERE b.visible_until IS NULL OR b.visible_until > now()`
  const known = new Map(
    held.flatMap((post) => (post.path === null ? [] : [[post.path, pathOf(post)] as const])),
  )
  return planAddresses(pages, { language, slugs: new Set(held.map(slugKey)), known })
}
