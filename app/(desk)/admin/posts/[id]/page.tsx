import type { Metadata } from 'next'
import { editorActions } from '@/app/(desk)/admin/posts/editor-actions'
import { orNotFound } from '@/app/(desk)/admin/posts/or-not-found'
import { requireActor } from '@/app/_http/session'
import { PostEditor } from '@/components/editor/post-editor'
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
    orNotFound(() => getDeskPost(actor, postId.parse(id))),
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
