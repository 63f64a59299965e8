import type { Metadata } from 'next'
import { editorActions } from '@/app/(desk)/admin/posts/editor-actions'
import { requireActor } from '@/app/_http/session'
import { PostEditor } from '@/components/editor/post-editor'
import { listDeskNames } from '@/domain/posts/desk-names'
import { emptyContent } from '@/domain/posts/schema'
import { getSettings } from '@/domain/settings/queries'

export const metadata: Metadata = { title: 'New post' }

/** The post itself begins with the first save, so that looking in leaves nothing behind. */
export default async function NewPost() {
  const actor = await requireActor()
  const [names, { timeZone }] = await Promise.all([listDeskNames(actor), getSettings()])
  return (
    <PostEditor
      content={{ ...emptyContent, bylineIds: [actor.id] }}
      state={null}
      person={actor.id}
      names={names}
      siteZone={timeZone}
      actions={editorActions}
    />
  )
}
