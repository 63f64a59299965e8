import { type Actor, canReadPost, type Ownable } from '@/domain/permissions'
import { RESERVED_SLUGS } from '@/domain/posts/post'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'
import { numberedSlugs } from '@/lib/numbered-slugs'
import { slugify } from '@/lib/slug'

type Place = { postId: string; kind: 'post' | 'page'; language: string | null; slug: string }
type Wanted = Place & { title: string; actor: Actor }

/**
 * The slug a post gets. A slug that somebody chose is kept or refused (`conflict`, field `slug`); one made from the title is
 * numbered until it is free. One at a time, so that forty equal titles at once get forty slugs.
 */
export async function claimSlug(tx: Tx, { slug, title, actor, ...post }: Wanted): Promise<string> {
  await lockSlugs(tx)
  if (slug !== '') {
    if (isReserved(post.kind, slug))
      throw new Refusal('invalid', 'The site itself uses this address.', { field: 'slug' })
    const holder = await findHolder(tx, { ...post, slug })
    if (holder === null) return slug
    // Whoever tries slugs must not learn what others are writing.
    const who = canReadPost(actor, holder) ? `“${holder.title}”` : 'Another post'
    throw new Refusal('conflict', `${who} has the slug ${slug} already.`, { field: 'slug' })
  }
  return freeSlug(tx, { ...post, slug: slugify(title) })
}

/** `slug`, or the first of `slug-2`, `slug-3` … that no other post has and that is not taken otherwise. */
export async function freeSlug(
  tx: Tx,
  post: Place,
  isTaken: (slug: string) => boolean = () => false,
): Promise<string> {
  for (const slug of numberedSlugs(post.slug)) {
    if (isTaken(slug) || isReserved(post.kind, slug)) continue
    if ((await findHolder(tx, { ...post, slug })) === null) return slug
  }
  throw new Refusal('conflict', 'Too many posts have this title. Choose a slug.', { field: 'slug' })
}

/** Slugs are chosen by one transaction at a time. */
export async function lockSlugs(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('octavo:slugs'))`
}

/** Which of these slugs some post has, of whatever kind and language: those need a closer look. */
export async function heldSlugs(tx: Tx, slugs: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT DISTINCT r.slug FROM revision r JOIN post p ON p.id = r.post_id
    WHERE r.slug = ANY(${slugs}) AND (p.head_id = r.id AND p.trashed_at IS NULL OR EXISTS (
      SELECT 1 FROM publication b WHERE b.revision_id = r.id AND (b.visible_until IS NULL OR b.visible_until > now())))`
  return new Set(rows.map(({ slug }) => slug))
}

/** Whether readers find a part of the site itself at this address. */
export function isReserved(kind: Place['kind'], slug: string): boolean {
  return kind === 'page' && RESERVED_SLUGS.has(slug)
}

/** The other post that has this slug in its newest text or in what readers see or will see. */
async function findHolder(
  tx: Tx,
  { postId, kind, language, slug }: Place,
): Promise<(Ownable & { title: string }) | null> {
  const [holder] = await tx.$queryRaw<(Ownable & { title: string })[]>`
    SELECT r.title, p.draft, p.created_by_id AS "createdById",
      ARRAY(SELECT b.person_id::text FROM revision_byline b WHERE b.revision_id = p.head_id) AS "bylineIds"
    FROM revision r JOIN post p ON p.id = r.post_id
    WHERE r.slug = ${slug} AND p.id <> ${postId}::uuid AND p.kind = ${kind}::"PostKind"
      AND p.language IS NOT DISTINCT FROM ${language ?? Prisma.sql`NULL`}
      AND (p.head_id = r.id AND p.trashed_at IS NULL OR EXISTS (
        SELECT 1 FROM publication b WHERE b.revision_id = r.id AND (b.visible_until IS NULL OR b.visible_until > now())))
    LIMIT 1`
  return holder ?? null
}
