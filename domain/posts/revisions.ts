import type { Actor } from '@/domain/permissions'
import { revisionData } from '@/domain/posts/content'
import type { FoundPost } from '@/domain/posts/find'
import type { PostContent } from '@/domain/posts/schema'
import { claimSlug } from '@/domain/posts/slugs'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'

export type Saved = { id: string; version: number; slug: string }
export type SavingAct = 'created' | 'saved' | 'duplicated' | 'restored'

type NewRevision = {
  actor: Actor
  post: Pick<FoundPost, 'id' | 'kind' | 'language' | 'version'>
  content: PostContent
  act: SavingAct
  /** Front-matter keys that Octavo does not know: no form has them, so every revision takes them from the one before. */
  extra?: Prisma.JsonValue
}

/** Writes the whole text as the post's newest revision, inside the command's transaction. Readers do not see it yet. */
export async function addRevision(
  tx: Tx,
  { actor, post, content, act, extra = null }: NewRevision,
): Promise<Saved> {
  const slug = await claimSlug(tx, {
    ...content,
    actor,
    postId: post.id,
    kind: post.kind,
    language: post.language,
  })
  const number = post.version + 1
  const data = await revisionData(tx, { ...content, slug })
  const revision = await tx.revision.create({
    data: { ...data, extra: extra ?? {}, postId: post.id, number, act, byId: actor.id },
    select: { id: true },
  })
  await tx.post.update({
    where: { id: post.id },
    data: { version: number, headId: revision.id, updatedAt: new Date() },
  })
  return { id: post.id, version: number, slug }
}
