'use client'

import { useState } from 'react'
import type { EditorActions } from '@/components/editor/editor-actions'
import type { PostEditing } from '@/components/editor/use-post-editor'
import { aheadInWords } from '@/components/schedule/change-plan'
import { MoveChange } from '@/components/schedule/move-change'
import { WhatChanges } from '@/components/schedule/what-changes'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { AheadChange } from '@/domain/posts/course'
import type { DeskState } from '@/domain/posts/desk-post'
import type { Answer } from '@/lib/answer'
import { momentInWords } from '@/lib/times-in-words'

type Props = { state: DeskState; act: PostEditing['act']; actions: EditorActions; siteZone: string }

/** The changes that readers will see, each with what can still be done about it. */
export function ChangesAhead({ state, act, actions, siteZone }: Props) {
  const [moving, setMoving] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function run(work: (state: DeskState) => Promise<Answer<DeskState>>) {
    setBusy(true)
    const answer = await act(work)
    setBusy(false)
    setTrouble(answer.ok ? null : answer.sentence)
    if (answer.ok) setMoving(null)
  }

  if (state.ahead.length === 0) return trouble === null ? null : <Notice tone="danger">{trouble}</Notice>
  return (
    <section aria-label="Scheduled changes" className="flex flex-col gap-2">
      <h3 className="text-[0.8125rem] font-medium">
        {state.ahead.length === 1 ? 'Scheduled change' : `${state.ahead.length} scheduled changes`}
      </h3>
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
        {state.ahead.map((change) => (
          <li key={change.id} className="flex flex-col gap-2 px-3 py-2.5">
            <p>{aheadInWords(change, state.now)}</p>
            <div className="flex flex-wrap gap-1.5">
              <WhatChanges id={state.id} change={change} compare={actions.compareChange} />
              <Named change={change} label="Move" busy={busy} run={() => setMoving(change.id)} />
              {change.number !== state.version && (
                <Named
                  change={change}
                  label="Use the newest text"
                  joint="in"
                  busy={busy}
                  run={() =>
                    void run(({ id, version }) =>
                      actions.renewLaterChange({ id, version, change: change.id }),
                    )
                  }
                />
              )}
              <Named
                change={change}
                label="Cancel"
                busy={busy}
                run={() => void run(({ id }) => actions.cancelLaterChange({ id, change: change.id }))}
              />
            </div>
            {moving === change.id && (
              <MoveChange
                change={change}
                siteZone={siteZone}
                now={state.now}
                busy={busy}
                onMove={(date, zone) =>
                  void run(({ id }) => actions.moveLaterChange({ id, change: change.id, date, zone }))
                }
                onStay={() => setMoving(null)}
              />
            )}
          </li>
        ))}
      </ul>
      {trouble !== null && <Notice tone="danger">{trouble}</Notice>}
    </section>
  )
}

type NamedProps = { change: AheadChange; label: string; joint?: string; busy: boolean; run: () => void }

/** A button that says of which change it is to those who do not see the row. */
function Named({ change, label, joint = '', busy, run }: NamedProps) {
  return (
    <Button size="small" busy={busy} onClick={run}>
      {label}
      <span className="sr-only">
        {joint} the change of {momentInWords(change.at, change.zone)}
      </span>
    </Button>
  )
}
