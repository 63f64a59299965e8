'use client'

import { useEffect, useState } from 'react'
import type { ReviewActions } from '@/components/reviews/review-actions'
import { NewAddress } from '@/components/reviews/new-address'
import { ReviewLinks } from '@/components/reviews/review-links'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { RadioList } from '@/components/ui/radio-list'
import type { ReviewDays, ReviewLink } from '@/domain/reviews/review'

type Props = {
  postId: string
  /** The version that is looked at. */
  version: number
  actions: ReviewActions
  onClose: () => void
}

const days = { '1': 1, '7': 7, '30': 30 } as const satisfies Record<string, ReviewDays>
type Days = keyof typeof days
type Shown = 'newest' | 'this'

/** Makes and ends links by which somebody without an account reads this post. */
export function ReviewDialog({ postId, version, actions, onClose }: Props) {
  const [links, setLinks] = useState<ReviewLink[] | null>(null)
  const [address, setAddress] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [shown, setShown] = useState<Shown>('newest')
  const [until, setUntil] = useState<Days>('7')
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let isCurrent = true
    void actions.list(postId).then((answer) => {
      if (!isCurrent) return
      if (answer.ok) setLinks(answer.value)
      else setTrouble(answer.sentence)
    })
    return () => {
      isCurrent = false
    }
  }, [actions, postId])

  async function make() {
    setBusy(true)
    const answer = await actions.make({
      id: postId,
      version: shown === 'this' ? version : null,
      days: days[until],
    })
    setBusy(false)
    setTrouble(answer.ok ? null : answer.sentence)
    if (!answer.ok) return
    setAddress(answer.value.address)
    setLinks(answer.value.links)
  }

  async function end(link: ReviewLink) {
    const answer = await actions.end(link.id)
    setTrouble(answer.ok ? null : answer.sentence)
    if (answer.ok) setLinks(answer.value)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Share for review"
      description="Whoever has the link reads the post as its page will be, without an account. Search engines and feeds do not get it."
      footer={
        <Button variant="primary" busy={busy} onClick={() => void make()}>
          Make a link
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        {trouble !== null && <Notice tone="danger">{trouble}</Notice>}
        {address !== null && <NewAddress key={address} address={address} />}
        <div className="grid gap-5 sm:grid-cols-2">
          <div>
            <p className="mb-1 text-[0.8125rem] font-medium">It shows</p>
            <RadioList
              label="It shows"
              value={shown}
              options={[
                { value: 'newest', label: 'Always the newest version' },
                { value: 'this', label: `Version ${version} only` },
              ]}
              onChange={setShown}
            />
          </div>
          <div>
            <p className="mb-1 text-[0.8125rem] font-medium">It works for</p>
            <RadioList
              label="It works for"
              value={until}
              options={[
                { value: '1', label: '1 day' },
                { value: '7', label: '7 days' },
                { value: '30', label: '30 days' },
              ]}
              onChange={setUntil}
            />
          </div>
        </div>
        {links !== null && <ReviewLinks links={links} onEnd={(link) => void end(link)} />}
      </div>
    </Dialog>
  )
}
