import type { Actor } from '@/domain/permissions'
import { unpublishPost } from '@/domain/posts/publish'
import { restorePost, trashPost } from '@/domain/posts/trash'
import { Refusal } from '@/lib/errors'

const acts = { trash: trashPost, restore: restorePost, unpublish: unpublishPost } as const
export type BulkAct = keyof typeof acts

/** What became of many posts: which it was done to, and one sentence for each kind of refusal. */
export type BulkResult = { done: string[]; refused: string[] }

/** Does one act to many posts, each by itself: one that is refused does not stop the others. */
export async function actOnPosts(
  actor: Actor,
  { act, ids }: { act: BulkAct; ids: string[] },
): Promise<BulkResult> {
  const done: string[] = []
  const refused = new Set<string>()
  for (const id of ids) {
    try {
      await acts[act](actor, id)
      done.push(id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.add(error.message)
    }
  }
  return { done, refused: [...refused] }
}
