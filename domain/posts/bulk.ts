import { record } from '@/domain/events/commands'
import { type Actor, canReadPost } from '@/domain/permissions'
import { labelChange } from '@/domain/posts/bulk-labels'
import { type Before, noteStanding, type Undoable } from '@/domain/posts/bulk-notes'
import { findPost } from '@/domain/posts/find'
import { changeLabels } from '@/domain/posts/labels'
import { unpublishPost } from '@/domain/posts/publish'
import type { BulkInput } from '@/domain/posts/schema'
import { returnPost } from '@/domain/posts/submission'
import { restorePost, trashPost } from '@/domain/posts/trash'
import { db, transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'

const moves = {
  trash: trashPost,
  restore: restorePost,
  unpublish: unpublishPost,
  return: returnPost,
} as const

export type BulkAct = BulkInput['act']

/**
 * What became of many posts: how many were changed, one sentence with names for each kind of refusal, and the handle that takes
 * the act back, or null when nothing was changed.
 */
export type BulkResult = { done: number; refused: string[]; undo: string | null }

/** Does one act to many posts, each by itself: one that is refused does not stop the others. */
export async function actOnPosts(actor: Actor, input: BulkInput): Promise<BulkResult> {
  const notes: Undoable[] = []
  const refusals = await forEachPost(actor, input.ids, async (id) => {
    const note = await act(actor, id, input)
    if (note !== null) notes.push(note)
  })
  if (notes.length === 0) return { done: 0, refused: refusals, undo: null }
  const event = await transaction((tx) =>
    record(tx, { type: 'posts.changed', actor, data: { act: input.act, notes } }),
  )
  return { done: notes.length, refused: refusals, undo: String(event) }
}

/** Runs `work` on each post and answers what was refused, with the titles of the posts that it was refused for. */
export async function forEachPost(
  actor: Actor,
  ids: string[],
  work: (id: string) => Promise<void>,
): Promise<string[]> {
  const refused = new Map<string, string[]>()
  for (const id of ids) {
    try {
      await work(id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.set(error.message, [...(refused.get(error.message) ?? []), await nameFor(actor, id)])
    }
  }
  return [...refused].map(([sentence, names]) => `${listOf(names)}: ${sentence}`)
}

/** Does it to one post and notes what it was before; null when there was nothing to do. */
async function act(actor: Actor, id: string, input: BulkInput): Promise<Undoable | null> {
  if ('names' in input || 'people' in input) {
    const changed = await changeLabels(actor, { id, change: labelChange(input) })
    return changed && { id, is: 'filed', ...changed }
  }
  const before = await noteStanding(id)
  if (isAlready(input.act, before)) {
    await refuseUnlessKnown(actor, id)
    return null
  }
  await moves[input.act](actor, id)
  return { id, is: 'moved', ...before }
}

function isAlready(act: keyof typeof moves, { draft, submittedAt, trashed }: Before): boolean {
  if (act === 'trash') return trashed
  if (act === 'unpublish') return draft
  return act === 'return' && submittedAt === null
}

async function refuseUnlessKnown(actor: Actor, id: string): Promise<void> {
  const post = await transaction((tx) => findPost(tx, id))
  if (!canReadPost(actor, post)) throw new Refusal('forbidden', 'You are not allowed to do this.')
}

/** A title is told only to those who may see the post. */
async function nameFor(actor: Actor, id: string): Promise<string> {
  const post = await db.post.findUnique({
    where: { id },
    select: {
      draft: true,
      createdById: true,
      head: { select: { title: true, bylines: { select: { personId: true } } } },
    },
  })
  const bylineIds = post?.head?.bylines.map(({ personId }) => personId) ?? []
  if (!post?.head || !canReadPost(actor, { ...post, bylineIds })) return 'A post'
  return `“${post.head.title || 'Untitled'}”`
}

const NAMED = 5

function listOf(names: string[]): string {
  const more = names.length - NAMED
  const shown = names.slice(0, NAMED).join(', ')
  return more > 0 ? `${shown} and ${more} more` : shown
}
