'use client'

import { Copy, Ellipsis, ExternalLink, FileX, History, Pin, Share2, Trash2, Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { EditorActions } from '@/components/editor/editor-actions'
import { useLeaving } from '@/components/editor/use-leaving'
import type { PostEditing } from '@/components/editor/use-post-editor'
import { ReviewDialog } from '@/components/reviews/review-dialog'
import { Menu, MenuItem, MenuLink } from '@/components/ui/menu'
import { useToast } from '@/components/ui/toast'
import type { DeskState } from '@/domain/posts/desk-post'
import type { Answer } from '@/lib/answer'

type Props = { state: DeskState; act: PostEditing['act']; actions: EditorActions }

export function PostMenu({ state, act, actions }: Props) {
  const router = useRouter()
  const toast = useToast()
  const [sharing, setSharing] = useState(false)
  const { id, status, pinned, may } = state
  const isOut = status === 'live' || status === 'scheduled' || status === 'expired'

  const { leave, dialog } = useLeaving({
    ids: [id],
    linksHere: actions.linksHere,
    onTrouble: (title) => toast({ title }),
  })

  async function run(
    work: (state: DeskState) => Promise<Answer<DeskState>>,
    after?: (state: DeskState) => void,
  ) {
    const answer = await act(work)
    if (!answer.ok) return toast({ title: answer.sentence })
    after?.(answer.value)
  }

  /** What is typed is saved first, so that nothing is missing where one goes. */
  function afterSaving(go: () => void) {
    void run((state) => Promise.resolve({ ok: true, value: state }), go)
  }

  async function duplicate() {
    const answer = await actions.duplicate(id)
    if (!answer.ok) return toast({ title: answer.sentence })
    router.push(`/admin/posts/${answer.value.id}`)
  }

  async function remove() {
    const answer = await actions.remove(id)
    if (!answer.ok) return toast({ title: answer.sentence })
    router.push('/admin/posts?status=trashed')
  }

  function unpublish() {
    return run(
      () => actions.unpublish(id),
      () => toast({ title: 'The post is a draft again; readers no longer see it' }),
    )
  }

  function trash() {
    const undo = { label: 'Undo', run: () => void restore() }
    return run(
      () => actions.trash(id),
      () => toast({ title: 'The post is in the trash', action: undo }),
    )
  }

  function restore() {
    return run(
      () => actions.restore(id),
      (restored) => toast({ title: restoredSentence(state.slug, restored.slug) }),
    )
  }

  return (
    <>
      <Menu label="More actions" trigger={<Ellipsis aria-hidden />}>
        {status === 'live' && (
          <MenuLink href={state.path}>
            <ExternalLink aria-hidden />
            View on the site
          </MenuLink>
        )}
        <MenuItem onSelect={() => afterSaving(() => router.push(`/admin/posts/${id}/history`))}>
          <History aria-hidden />
          History
        </MenuItem>
        {status !== 'trashed' && (
          <MenuItem onSelect={() => afterSaving(() => setSharing(true))}>
            <Share2 aria-hidden />
            Share for review…
          </MenuItem>
        )}
        <MenuItem onSelect={() => void duplicate()}>
          <Copy aria-hidden />
          Duplicate
        </MenuItem>
        {may.publish && status !== 'trashed' && (
          <MenuItem onSelect={() => void run(() => actions.pin({ id, pinned: !pinned }))}>
            <Pin aria-hidden />
            {pinned ? 'Unpin from the home page' : 'Pin to the home page'}
          </MenuItem>
        )}
        {may.publish && isOut && (
          <MenuItem onSelect={() => void leave('unpublish', unpublish)}>
            <FileX aria-hidden />
            Back to draft
          </MenuItem>
        )}
        {may.trash && status !== 'trashed' && (
          <MenuItem danger onSelect={() => void leave('trash', trash)}>
            <Trash2 aria-hidden />
            Move to trash
          </MenuItem>
        )}
        {may.trash && status === 'trashed' && (
          <MenuItem onSelect={() => void restore()}>
            <Undo2 aria-hidden />
            Restore as a draft
          </MenuItem>
        )}
        {may.delete && status === 'trashed' && (
          <MenuItem danger onSelect={() => void leave('remove', remove)}>
            <Trash2 aria-hidden />
            Delete for good
          </MenuItem>
        )}
      </Menu>
      {dialog}
      {sharing && (
        <ReviewDialog
          postId={id}
          version={state.version}
          actions={actions.reviews}
          onClose={() => setSharing(false)}
        />
      )}
    </>
  )
}

/** A slug that another post took meanwhile is the one thing that does not come back. */
function restoredSentence(before: string, after: string): string {
  const sentence = 'The post is back as a draft, with its date'
  return before === after
    ? sentence
    : `${sentence}. Another post has the slug ${before}, so it has ${after} now`
}
