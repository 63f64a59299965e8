'use client'

import { useState } from 'react'
import type { EditorActions } from '@/components/editor/editor-actions'
import type { PostEditing } from '@/components/editor/use-post-editor'
import { WhenField } from '@/components/editor/when-field'
import { momentOf, type When } from '@/components/schedule/when'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { DeskState } from '@/domain/posts/desk-post'
import { momentWithUtc } from '@/lib/times-in-words'
import { wallTimeOf, whenOf } from '@/lib/zoned-time'

type Props = { editing: PostEditing; state: DeskState; actions: EditorActions; siteZone: string }

const WEEK = 7 * 24 * 3_600_000

/** When a draft is meant to be published. A note for people: nothing happens by itself. */
export function PlannedField({ editing, state, actions, siteZone }: Props) {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [when, setWhen] = useState<When>(() => firstWhen(state))
  const instant = momentOf(when)

  async function plan(plannedFor: Date | null) {
    setBusy(true)
    const zone = plannedFor === null ? null : when.zone
    const answer = await editing.act(({ id }) => actions.plan({ id, plannedFor, zone }))
    setBusy(false)
    setTrouble(answer.ok ? null : answer.sentence)
    if (answer.ok) setOpen(false)
  }

  return (
    <div className="flex flex-col gap-1">
      <p className="text-[0.8125rem] font-medium">Planned for</p>
      <div className="flex items-center justify-between gap-2">
        <p className="min-w-0 text-muted">
          {state.plannedFor === null ? 'No time' : momentWithUtc(state.plannedFor, state.plannedZone)}
        </p>
        <Button size="small" onClick={() => setOpen(true)}>
          Change
          <span className="sr-only"> when it is planned for</span>
        </Button>
      </div>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Planned for"
        description="A note for you and the others at the desk. A planned draft is not scheduled: it never goes live by itself."
        footer={
          <>
            <Button busy={busy} onClick={() => void plan(null)}>
              No time
            </Button>
            <Button
              variant="primary"
              busy={busy}
              disabled={instant === null}
              onClick={() => void plan(instant)}
            >
              Plan for this time
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <WhenField when={when} onChange={setWhen} siteZone={siteZone} now={state.now} error={trouble} />
          {trouble !== null && <Notice tone="danger">{trouble}</Notice>}
        </div>
      </Dialog>
    </div>
  )
}

function firstWhen({ plannedFor, plannedZone, zone, now }: DeskState): When {
  if (plannedFor !== null) return whenOf(plannedFor, plannedZone)
  return { date: wallTimeOf(new Date(now.getTime() + WEEK), zone).date, time: '09:00', zone }
}
