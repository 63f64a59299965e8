import { z } from 'zod'
import { findPost } from '@/domain/posts/find'
import { type Standing, standing } from '@/domain/posts/reopen'
import { postContent } from '@/domain/posts/schema'
import { transaction, type Tx } from '@/lib/db'

const labels = postContent.pick({ tags: true, series: true, bylineIds: true })

const moved = standing.extend({
  id: z.uuid(),
  is: z.literal('moved'),
  draft: z.boolean(),
  trashed: z.boolean(),
  /** The last thing that had happened to the post: what came after the act itself came meanwhile. */
  since: z.string(),
})
const filed = z.object({ id: z.uuid(), is: z.literal('filed'), before: labels, after: labels })

/** What taking an act back needs to know of each post. Facts, never its text. */
export const undoable = z.discriminatedUnion('is', [moved, filed])
export type Undoable = z.output<typeof undoable>
export type Moved = z.output<typeof moved>
/** Where a post stood. */
export type Before = Omit<Moved, 'id' | 'is'>

/** Where a post stands, noted while nobody else can change it. */
export async function noteStanding(id: string): Promise<Before> {
  return transaction(async (tx) => {
    const { draft, trashedAt } = await findPost(tx, id)
    const { submittedAt } = await tx.post.findUniqueOrThrow({ where: { id }, select: { submittedAt: true } })
    const rows = await tx.$queryRaw<{ row: Standing['publications'][number] }[]>`
      SELECT to_jsonb(b) AS row FROM publication b
      WHERE b.post_id = ${id}::uuid AND (b.visible_until IS NULL OR b.visible_until > now()) ORDER BY b.visible_from`
    return {
      draft,
      trashed: trashedAt !== null,
      submittedAt: submittedAt?.toISOString() ?? null,
      publications: rows.map(({ row }) => row),
      since: await lastEvent(tx, id),
    }
  })
}

async function lastEvent(tx: Tx, postId: string): Promise<string> {
  const { _max } = await tx.event.aggregate({ where: { postId }, _max: { id: true } })
  return String(_max.id ?? 0)
}
