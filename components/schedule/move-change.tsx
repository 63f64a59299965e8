'use client'

import { useState } from 'react'
import { WhenField } from '@/components/editor/when-field'
import { momentOf } from '@/components/schedule/when'
import { Button } from '@/components/ui/button'
import type { AheadChange } from '@/domain/posts/course'
import { whenOf } from '@/lib/zoned-time'

type Props = {
  change: AheadChange
  siteZone: string
  now: Date
  busy: boolean
  onMove: (date: Date, zone: string) => void
  onStay: () => void
}

/** Another moment for a change. */
export function MoveChange({ change, siteZone, now, busy, onMove, onStay }: Props) {
  const [when, setWhen] = useState(() => whenOf(change.at, change.zone))
  const at = momentOf(when)
  return (
    <div role="group" aria-label="Another time for this change" className="flex flex-col gap-3 pt-1">
      <WhenField
        when={when}
        onChange={({ second = false, ...next }) => setWhen({ ...next, second })}
        siteZone={siteZone}
        now={now}
        error={at !== null && at <= now ? 'This time has passed. Choose one that lies ahead.' : null}
      />
      <div className="flex justify-end gap-2">
        <Button size="small" onClick={onStay}>
          Leave it
        </Button>
        <Button
          size="small"
          variant="primary"
          busy={busy}
          disabled={at === null || at <= now}
          onClick={() => at !== null && onMove(at, when.zone)}
        >
          Move the change
        </Button>
      </div>
    </div>
  )
}
