'use client'

import { useState } from 'react'
import { countLinks, LinksHereList } from '@/components/editor/links-here'
import type { Leaving } from '@/components/editor/use-leaving'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { LinksHere } from '@/domain/links/queries'

type Props = {
  /** How many posts leave. */
  count: number
  leaving: Leaving
  links: LinksHere
  onClose: () => void
  onGo: () => Promise<void>
}

const words = {
  unpublish: {
    title: 'Back to draft',
    label: 'Back to draft',
    then: 'Whoever follows such a link finds nothing until the post is published again.',
  },
  trash: {
    title: 'Move to trash',
    label: 'Move to trash',
    then: 'Whoever follows such a link is told that the post has left the site. It can be restored.',
  },
  remove: {
    title: 'Delete for good',
    label: 'Delete for good',
    then: 'Whoever follows such a link is told that the post has left the site, for good.',
  },
} as const

/** Who links to posts that are about to leave their readers. */
export function LeavingDialog({ count, leaving, links, onClose, onGo }: Props) {
  const [busy, setBusy] = useState(false)
  const { title, label, then } = words[leaving]

  async function go() {
    setBusy(true)
    await onGo()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={linksInWords(count, links.total)}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={leaving === 'unpublish' ? 'primary' : 'danger'}
            busy={busy}
            onClick={() => void go()}
          >
            {label}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {links.total > 0 && <LinksHereList {...links} />}
        {links.total > 0 && <p>{then}</p>}
        {leaving === 'remove' && <p>The post goes with its whole history. This cannot be undone.</p>}
      </div>
    </Dialog>
  )
}

function linksInWords(count: number, total: number): string {
  if (total === 0) return 'No other post links here.'
  if (count === 1) return `${countLinks(total)}.`
  return total === 1 ? '1 other post links to these.' : `${total} other posts link to these.`
}
