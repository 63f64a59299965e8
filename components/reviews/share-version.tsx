'use client'

import { Share2 } from 'lucide-react'
import { useState } from 'react'
import type { ReviewActions } from '@/components/reviews/review-actions'
import { ReviewDialog } from '@/components/reviews/review-dialog'
import { Button } from '@/components/ui/button'

type Props = { postId: string; version: number; actions: ReviewActions }

/** The button that shares one version. */
export function ShareVersion({ postId, version, actions }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Share2 aria-hidden />
        Share for review…
      </Button>
      {open && (
        <ReviewDialog postId={postId} version={version} actions={actions} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
