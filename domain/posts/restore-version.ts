import { record } from '@/domain/events/commands'
import { type Actor, allow, canChangeBylines, canEditPost } from '@/domain/permissions'
import type { ComparedField } from '@/domain/posts/compare'
import { contentOf, revisionContent } from '@/domain/posts/content'
import { expectVersion, findPost } from '@/domain/posts/find'
import { addRevision, type Saved } from '@/domain/posts/revisions'
import { fieldLabels, type PostContent } from '@/domain/posts/schema'
import { transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'

type Restoring = {
  id: string
  /** The newest version as whoever asks has seen it. */
  version: number
  /** The version that comes back. */
  from: number
  /** What of it; null is all. */
  fields: ComparedField[] | null
}

/**
 * Brings an earlier version back, whole or some of its fields, as a new version. Readers see nothing of it before somebody
 * presses Publish or Update. Refuses with `conflict` when somebody saved meanwhile.
 */
export async function restoreVersion(actor: Actor, { id, version, from, fields }: Restoring): Promise<Saved> {
  return transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canEditPost(actor, post))
    if (post.trashedAt !== null) throw new Refusal('invalid', 'This post is in the trash. Restore it first.')
    expectVersion(post, version)
    const head = await tx.revision.findUniqueOrThrow({ where: { id: post.head.id }, select: revisionContent })
    const old = await tx.revision.findUnique({
      where: { postId_number: { postId: id, number: from } },
      select: revisionContent,
    })
    if (old === null) throw new Refusal('not-found', 'This version is not kept any more.')
    const now = contentOf(post.kind, head)
    const then = contentOf(post.kind, old)
    const content = fields === null ? then : withFields(now, then, fields)
    const bylineIds = canChangeBylines(actor) ? content.bylineIds : post.bylineIds
    const saved = await addRevision(tx, {
      actor,
      post,
      content: { ...content, bylineIds },
      act: 'restored',
      extra: fields === null ? old.extra : head.extra,
    })
    const what = fields?.map((field) => fieldLabels[field]).join(', ') ?? 'All'
    const data = { version: saved.version, from, what }
    await record(tx, { type: 'post.reverted', actor, postId: id, data })
    return saved
  })
}

function withFields(now: PostContent, then: PostContent, fields: ComparedField[]): PostContent {
  const content = { ...now }
  function take<Field extends ComparedField>(field: Field) {
    content[field] = then[field]
  }
  fields.forEach((field) => take(field))
  return content
}
