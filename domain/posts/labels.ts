import { record } from '@/domain/events/commands'
import { type Actor, allow, canChangeBylines, canEditPost } from '@/domain/permissions'
import { contentOf, revisionContent } from '@/domain/posts/content'
import { findPost } from '@/domain/posts/find'
import { addRevision } from '@/domain/posts/revisions'
import type { PostContent } from '@/domain/posts/schema'
import { foldName } from '@/domain/tags/tag'
import { transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** What a post is filed under, as opposed to what it says. */
export type Labels = Pick<PostContent, 'tags' | 'series' | 'bylineIds'>

type Change = { id: string; change: (labels: Labels) => Partial<Labels> }

/**
 * Files a post under something else in a revision of its own; the text stays as it is. Readers of a live post see it with its next
 * update. Answers what was changed, before and after, or null when the post was filed like that already.
 */
export async function changeLabels(
  actor: Actor,
  { id, change }: Change,
): Promise<{ before: Labels; after: Labels } | null> {
  return transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canEditPost(actor, post))
    if (post.trashedAt !== null) throw new Refusal('invalid', 'This post is in the trash. Restore it first.')
    const head = await tx.revision.findUniqueOrThrow({ where: { id: post.head.id }, select: revisionContent })
    const content = contentOf(post.kind, head)
    const before = labelsOf(content)
    const after = { ...before, ...change(before) }
    if (sameLabels(before, after)) return null
    if (after.bylineIds.join() !== before.bylineIds.join()) allow(canChangeBylines(actor))
    const saved = await addRevision(tx, {
      actor,
      post,
      content: { ...content, ...after },
      act: 'saved',
      extra: head.extra,
    })
    await record(tx, { type: 'post.saved', actor, postId: id, data: { version: saved.version } })
    return { before, after }
  })
}

/** Two spellings of a name are one. */
export function sameLabels(one: Labels, other: Labels): boolean {
  return JSON.stringify(folded(one)) === JSON.stringify(folded(other))
}

function folded({ tags, series, bylineIds }: Labels) {
  return [tags.map(foldName), series.map(({ name, position }) => [foldName(name), position]), bylineIds]
}

function labelsOf({ tags, series, bylineIds }: Labels): Labels {
  return { tags, series, bylineIds }
}
