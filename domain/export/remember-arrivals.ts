import { type PostState, stateOf, stateSelect } from '@/domain/export/post-state'
import type { Tx } from '@/lib/db'

/** What a file says that its post does not follow: the acts of the desk win when a file comes again. */
export type Said = Partial<Pick<PostState, 'draft' | 'date' | 'expires' | 'pinned'>>

type Arrivals = { postIds: string[]; now: Date; said?: Said }

/**
 * Keeps beside the files of these posts what they became, in the transaction that brought them in: an export gives back as it
 * was whatever is still so. Call it last; `said` is what one file says about acts that its post did not take over.
 */
export async function rememberArrivals(tx: Tx, { postIds, now, said = {} }: Arrivals): Promise<void> {
  const posts = await tx.post.findMany({ where: { id: { in: postIds } }, select: stateSelect })
  const rows = posts.map((post) => ({
    post_id: post.id,
    revision_id: post.head?.id ?? null,
    state: { ...stateOf(post, now), ...said },
  }))
  await tx.$executeRaw`
    UPDATE source_file f SET state = v.state, revision_id = v.revision_id
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS v(post_id uuid, revision_id uuid, state jsonb)
    WHERE f.post_id = v.post_id`
}
