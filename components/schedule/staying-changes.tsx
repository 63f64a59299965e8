'use client'

import { Notice } from '@/components/ui/notice'
import { Switch } from '@/components/ui/switch'
import type { DeskState } from '@/domain/posts/desk-post'
import { momentWithUtc } from '@/lib/times-in-words'

type Props = { state: DeskState; dropAhead: boolean; onChange: (dropAhead: boolean) => void }

/** What an update now means while changes are scheduled: they stay, and bring the texts that were approved for them. */
export function StayingChanges({ state: { ahead }, dropAhead, onChange }: Props) {
  const [next, ...others] = ahead
  if (next === undefined) return null
  const moment = momentWithUtc(next.at, next.zone)
  const one = others.length === 0
  return (
    <div className="flex flex-col gap-2">
      <Switch
        label={one ? 'Cancel the scheduled change' : `Cancel the ${ahead.length} scheduled changes`}
        checked={dropAhead}
        onChange={onChange}
      />
      <Notice tone="warn">
        {dropAhead
          ? `This text stays: nothing changes ${moment}.`
          : `The change of ${moment} stays: readers then see the text that was approved for it, without what you update now.`}
      </Notice>
    </div>
  )
}
