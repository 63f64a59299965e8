import type { Post, Revision } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** A post as commands look at it. `now` is the database's clock at that moment, cut to milliseconds. */
export type FoundPost = Pick<
  Post,
  | 'id' | 'kind' | 'draft' | 'date' | 'dateZone' | 'expiresAt' | 'returnsAt' | 'expiresZone' | 'trashedAt' | 'language' | 'pinned'
  | 'version' | 'createdById'
> & { head: Pick<Revision, 'id' | 'number' | 'title' | 'slug' | 'extra'>; bylineIds: string[]; now: Date } // prettier-ignore

/** Loads a post for a change and locks its row until the transaction ends, so that two commands on one post run one after the other. */
export async function findPost(tx: Tx, id: string): Promise<FoundPost> {
  await tx.$queryRaw`SELECT 1 FROM post WHERE id = ${id}::uuid FOR UPDATE`
  // A statement of its own: it sees what was committed while the lock was waited for.
  return readPost(tx, id)
}

/** The same, of a post that another command may change in the next moment. */
export async function readPost(tx: Pick<Tx, '$queryRaw'>, id: string): Promise<FoundPost> {
  const [post] = await tx.$queryRaw<FoundPost[]>`/* planned once */
    SELECT p.id::text, p.kind::text, p.draft, p.date, p.date_zone AS "dateZone", p.expires_at AS "expiresAt", p.returns_at AS "returnsAt",
      p.expires_zone AS "expiresZone", p.trashed_at AS "trashedAt", p.language, p.pinned, p.version, p.created_by_id::text AS "createdById",
      jsonb_build_object('id', r.id, 'number', r.number, 'title', r.title, 'slug', r.slug, 'extra', r.extra) AS head,
      ARRAY(SELECT b.person_id::text FROM revision_byline b WHERE b.revision_id = r.id ORDER BY b.position) AS "bylineIds",
      date_trunc('milliseconds', clock_timestamp()) AS now
    FROM post p JOIN revision r ON r.id = p.head_id WHERE p.id = ${id}::uuid`
  if (post === undefined) throw new Refusal('not-found', 'There is no such post.')
  return post
}

/** Refuses when the post has moved on since the caller looked at it. */
export function expectVersion(post: FoundPost, version: number): void {
  if (post.version === version) return
  throw new Refusal('conflict', 'Somebody saved this post after you opened it. Look at the newer text first.')
}
