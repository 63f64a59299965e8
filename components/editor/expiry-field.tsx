'use client'

import { useState } from 'react'
import type { EditorActions } from '@/components/editor/editor-actions'
import type { PostEditing } from '@/components/editor/use-post-editor'
import { WhenField } from '@/components/editor/when-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { DeskState } from '@/domain/posts/desk-post'
import { momentWithUtc } from '@/lib/times-in-words'
import { instantOf, wallTimeOf } from '@/lib/zoned-time'

type Props = { editing: PostEditing; state: DeskState; actions: EditorActions; siteZone: string }

const MONTH = 30 * 24 * 3_600_000

/** When a post leaves the site by itself. Takes effect at once, unlike the text. */
export function ExpiryField({ editing, state, actions, siteZone }: Props) {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [when, setWhen] = useState(() => ({
    ...wallTimeOf(state.expiresAt ?? new Date(state.now.getTime() + MONTH), state.zone),
    zone: state.zone,
  }))
  const instant = instantOf(when)?.instant ?? null

  async function expire(expiresAt: Date | null) {
    setBusy(true)
    const answer = await editing.act(({ id }) => actions.expire({ id, expiresAt }))
    setBusy(false)
    setTrouble(answer.ok ? null : answer.sentence)
    if (answer.ok) setOpen(false)
  }

  return (
    <div className="flex flex-col gap-1">
      <p className="text-[0.8125rem] font-medium">Leaves the site</p>
      <div className="flex items-center justify-between gap-2">
        <p className="min-w-0 text-muted">
          {state.expiresAt === null ? 'Never' : momentWithUtc(state.expiresAt, state.zone)}
        </p>
        <Button size="small" onClick={() => setOpen(true)}>
          Change
          <span className="sr-only"> when it leaves the site</span>
        </Button>
      </div>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="When it leaves the site"
        description="From then on its address says that it is gone. This takes effect at once."
        footer={
          <>
            <Button busy={busy} onClick={() => void expire(null)}>
              Never
            </Button>
            <Button
              variant="primary"
              busy={busy}
              disabled={instant === null}
              onClick={() => void expire(instant)}
            >
              Set this time
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <WhenField when={when} onChange={setWhen} siteZone={siteZone} now={state.now} />
          {trouble !== null && <Notice tone="danger">{trouble}</Notice>}
        </div>
      </Dialog>
    </div>
  )
}
