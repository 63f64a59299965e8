import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { editorActions } from '@/app/(desk)/admin/posts/editor-actions'
import { requireActor } from '@/app/_http/session'
import { refusedBy } from '@/app/_http/refused'
import { PostEditor } from '@/components/editor/post-editor'
import type { Actor } from '@/domain/permissions'
import { listDeskNames } from '@/domain/posts/desk-names'
import { getDeskPost } from '@/domain/posts/desk-post'
import { postId } from '@/domain/posts/schema'
import { getSettings } from '@/domain/settings/queries'

export const metadata: Metadata = { title: 'Edit post' }

type Props = { params: Promise<{ id: string }> }

export default async function EditPost({ params }: Props) {
  const actor = await requireActor()
  const { id } = await params
  const [post, names, { timeZone }] = await Promise.all([
    find(actor, id),
    listDeskNames(actor),
    getSettings(),
  ])
  return (
    <PostEditor
      key={id}
      content={post.content}
      state={post.state}
      person={actor.id}
      names={names}
      siteZone={timeZone}
      actions={editorActions}
    />
  )
}

/** A post that somebody may not see is a post that is not there. */
async function find(actor: Actor, id: string) {
  const parsed = postId.safeParse(id)
  if (!parsed.success) notFound()
  try {
    return await getDeskPost(actor, parsed.data)
  } catch (error) {
    refusedBy(error)
    notFound()
  }
}
