'use client'

import { WhenField } from '@/components/editor/when-field'
import type { ChangePlan } from '@/components/schedule/change-plan'
import { momentOf } from '@/components/schedule/when'
import { RadioList } from '@/components/ui/radio-list'

type Props = {
  change: ChangePlan
  onChange: (change: ChangePlan) => void
  siteZone: string
  now: Date
}

/** When readers shall see the newest text, and whether feeds tell them. */
export function ChangeForm({ change, onChange, siteZone, now }: Props) {
  const at = momentOf(change.when)
  return (
    <div className="flex flex-col gap-4">
      <WhenField
        when={change.when}
        onChange={(when) => onChange({ ...change, when })}
        siteZone={siteZone}
        now={now}
        error={at !== null && at <= now ? 'This time has passed. Choose one that lies ahead.' : null}
      />
      <RadioList
        label="How readers are told"
        value={change.announce ? 'real' : 'quiet'}
        options={[
          { value: 'quiet', label: 'A quiet fix: nobody is told' },
          { value: 'real', label: 'A real update: feeds tell readers then' },
        ]}
        onChange={(kind) => onChange({ ...change, announce: kind === 'real' })}
      />
    </div>
  )
}
