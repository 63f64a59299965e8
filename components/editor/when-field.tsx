'use client'

import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { ZoneSelect } from '@/components/ui/zone-select'
import { distanceInWords, momentInWords, placeOf } from '@/lib/times-in-words'
import { instantOf, type ClockNote } from '@/lib/zoned-time'

export type When = { date: string; time: string; zone: string }
type Props = { when: When; onChange: (when: When) => void; siteZone: string; now: Date }

const notes: Record<NonNullable<ClockNote>, string> = {
  gap: 'The clocks jump over this time there. It is moved by as much as they jump.',
  fold: 'The clocks show this time twice there. The first one counts.',
}

/** A date and a time in a zone, with the instant they mean spelled out. */
export function WhenField({ when, onChange, siteZone, now }: Props) {
  const found = instantOf(when)
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zones = [...new Set([when.zone, siteZone, own, 'UTC'])]
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        <Field label="Date">
          <TextInput
            type="date"
            value={when.date}
            onChange={(event) => onChange({ ...when, date: event.target.value })}
          />
        </Field>
        <Field label="Time">
          <TextInput
            type="time"
            value={when.time}
            onChange={(event) => onChange({ ...when, time: event.target.value })}
          />
        </Field>
      </div>
      <Field label="Time zone">
        <ZoneSelect value={when.zone} onChange={(zone) => onChange({ ...when, zone })} />
      </Field>
      <div aria-live="polite" className="text-[0.8125rem] text-muted">
        {found === null ? (
          <p>Choose a date and a time.</p>
        ) : (
          <>
            <p className="font-medium text-ink first-letter:uppercase">
              {distanceInWords(found.instant, now)}
            </p>
            <ul>
              {zones.map((zone) => (
                <li key={zone}>
                  {momentInWords(found.instant, zone)}
                  {zone === own && placeOf(zone) !== 'UTC' && ' (where you are)'}
                </li>
              ))}
            </ul>
            {found.note !== null && <p className="mt-1 font-medium text-warn">{notes[found.note]}</p>}
          </>
        )}
      </div>
    </div>
  )
}
