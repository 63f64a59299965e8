import { RESERVED_SLUGS } from '@/domain/posts/post'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'
import { numberedSlugs } from '@/lib/numbered-slugs'
import { slugify } from '@/lib/slug'

type Wanted = { postId: string; kind: 'post' | 'page'; language: string | null; slug: string; title: string }

/**
 * The slug a post gets. A slug that somebody chose is kept or refused (`conflict`, field `slug`); one made from the title is
 * numbered until it is free. One at a time, so that forty equal titles at once get forty slugs.
 */
export async function claimSlug(tx: Tx, { slug, title, ...post }: Wanted): Promise<string> {
  await oneAtATime(tx)
  if (slug !== '') {
    const holder = await findHolder(tx, { ...post, slug })
    if (holder === null) return slug
    throw new Refusal('conflict', `“${holder}” has the slug ${slug} already.`, { field: 'slug' })
  }
  for (const free of numberedSlugs(slugify(title))) {
    if (post.kind === 'page' && RESERVED_SLUGS.has(free)) continue
    if ((await findHolder(tx, { ...post, slug: free })) === null) return free
  }
  throw new Refusal('conflict', 'Too many posts have this title. Choose a slug.', { field: 'slug' })
}

/** Whether no other post has this very slug. The answer holds until the transaction ends. */
export async function isSlugFree(tx: Tx, wanted: Wanted): Promise<boolean> {
  await oneAtATime(tx)
  return (await findHolder(tx, wanted)) === null
}

async function oneAtATime(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('octavo:slugs'))`
}

/** The title of the other post that has this slug in its newest text or in what readers see or will see. */
async function findHolder(
  tx: Tx,
  { postId, kind, language, slug }: Omit<Wanted, 'title'>,
): Promise<string | null> {
  const [holder] = await tx.$queryRaw<{ title: string }[]>`
    SELECT r.title FROM revision r JOIN post p ON p.id = r.post_id
    WHERE r.slug = ${slug} AND p.id <> ${postId}::uuid AND p.kind = ${kind}::"PostKind"
      AND p.language IS NOT DISTINCT FROM ${language ?? Prisma.sql`NULL`}
      AND (p.head_id = r.id AND p.trashed_at IS NULL OR EXISTS (
        SELECT 1 FROM publication b WHERE b.revision_id = r.id AND (b.visible_until IS NULL OR b.visible_until > now())))
    LIMIT 1`
  return holder?.title ?? null
}
