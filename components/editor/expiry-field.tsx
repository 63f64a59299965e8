'use client'

import { useState } from 'react'
import type { EditorActions } from '@/components/editor/editor-actions'
import type { PostEditing } from '@/components/editor/use-post-editor'
import { WhenField } from '@/components/editor/when-field'
import { absenceInWords, firstAbsence } from '@/components/schedule/absence-plan'
import { momentOf } from '@/components/schedule/when'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Switch } from '@/components/ui/switch'
import type { DeskState } from '@/domain/posts/desk-post'
import type { Refused } from '@/lib/answer'
import { momentWithUtc } from '@/lib/times-in-words'

type Props = { editing: PostEditing; state: DeskState; actions: EditorActions; siteZone: string }

/** When a post leaves the site by itself, and when it comes back. Takes effect at once, unlike the text. */
export function ExpiryField({ editing, state, actions, siteZone }: Props) {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [absence, setAbsence] = useState(() => firstAbsence(state))
  const set = (part: Partial<typeof absence>) => setAbsence((before) => ({ ...before, ...part }))
  const expiresAt = momentOf(absence.leaves)
  const returnsAt = absence.comesBack ? momentOf(absence.back) : null
  const isWhole = expiresAt !== null && (returnsAt !== null || !absence.comesBack)
  const errorOf = (field: string) => (refused?.field === field ? refused.sentence : null)

  async function expire(times: { expiresAt: Date | null; returnsAt: Date | null }) {
    setBusy(true)
    const zone = times.expiresAt === null ? null : absence.leaves.zone
    const answer = await editing.act(({ id }) => actions.expire({ id, zone, ...times }))
    setBusy(false)
    setRefused(answer.ok ? null : answer)
    if (answer.ok) setOpen(false)
  }

  return (
    <div className="flex flex-col gap-1">
      <p className="text-[0.8125rem] font-medium">Leaves the site</p>
      <div className="flex items-center justify-between gap-2">
        <p className="min-w-0 text-muted">
          {state.expiresAt === null ? 'Never' : momentWithUtc(state.expiresAt, state.expiresZone)}
          {state.returnsAt !== null && `, back ${momentWithUtc(state.returnsAt, state.expiresZone)}`}
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
            <Button busy={busy} onClick={() => void expire({ expiresAt: null, returnsAt: null })}>
              Never
            </Button>
            <Button
              variant="primary"
              busy={busy}
              disabled={!isWhole}
              onClick={() => void expire({ expiresAt, returnsAt })}
            >
              {absence.comesBack ? 'Set these times' : 'Set this time'}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <WhenField
            when={absence.leaves}
            onChange={(leaves) => set({ leaves })}
            siteZone={siteZone}
            now={state.now}
            error={errorOf('expiresAt')}
          />
          <Switch
            label="It comes back"
            hint="At its address, with its date and everything else."
            checked={absence.comesBack}
            onChange={(comesBack) => set({ comesBack })}
          />
          {absence.comesBack && (
            <fieldset>
              <legend className="mb-2 text-[0.8125rem] font-medium">When it comes back</legend>
              <WhenField
                when={absence.back}
                onChange={(back) => set({ back })}
                siteZone={siteZone}
                now={state.now}
                error={errorOf('returnsAt')}
              />
            </fieldset>
          )}
          {isWhole && (
            <Notice>{absenceInWords({ expiresAt, returnsAt, zone: absence.leaves.zone }, state)}</Notice>
          )}
          {refused !== null && <Notice tone="danger">{refused.sentence}</Notice>}
        </div>
      </Dialog>
    </div>
  )
}
