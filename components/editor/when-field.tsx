'use client'

import { FoldChoice } from '@/components/schedule/fold-choice'
import { gapInWords, readWhen, type When } from '@/components/schedule/when'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { ZoneSelect } from '@/components/ui/zone-select'
import { distanceInWords, momentInWords, placeOf } from '@/lib/times-in-words'

export type { When }
type Props = {
  when: When
  onChange: (when: When) => void
  siteZone: string
  now: Date
  /** Why the server refused it. */
  error?: string | null
}

/** A date and a time in a zone, with the instant they mean spelled out: there, on the site, where one is, and in UTC. */
export function WhenField({ when, onChange, siteZone, now, error = null }: Props) {
  const read = readWhen(when)
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zones = [...new Set([when.zone, siteZone, own, 'UTC'])]
  const isOdd = 'problem' in read && when.date !== '' && when.time !== ''
  const gap = gapInWords(when)
  const set = (part: Partial<When>) => onChange({ ...when, second: false, ...part })
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        <Field label="Date" error={isOdd ? read.problem : error}>
          <TextInput
            type="date"
            min="1900-01-01"
            max="2199-12-31"
            value={when.date}
            onChange={(event) => set({ date: event.target.value })}
          />
        </Field>
        <Field label="Time">
          <TextInput type="time" value={when.time} onChange={(event) => set({ time: event.target.value })} />
        </Field>
      </div>
      <Field label="Time zone">
        <ZoneSelect value={when.zone} onChange={(zone) => set({ zone })} />
      </Field>
      <FoldChoice when={when} onChange={onChange} />
      <div aria-live="polite" className="text-[0.8125rem] text-muted">
        {'problem' in read ? (
          !isOdd && <p>{read.problem}</p>
        ) : (
          <>
            <p className="font-medium text-ink first-letter:uppercase">
              {distanceInWords(read.instant, now)}
            </p>
            <ul>
              {zones.map((zone) => (
                <li key={zone}>
                  {momentInWords(read.instant, zone)}
                  {noteOn(zone, { siteZone, own })}
                </li>
              ))}
            </ul>
            {gap !== null && <p className="mt-1 font-medium text-warn">{gap}</p>}
          </>
        )}
      </div>
    </div>
  )
}

function noteOn(zone: string, { siteZone, own }: { siteZone: string; own: string }): string {
  const [isSite, isOwn] = [zone === siteZone, zone === own && placeOf(zone) !== 'UTC']
  if (isSite && isOwn) return ' (the site, and where you are)'
  if (isSite) return ' (the site)'
  return isOwn ? ' (where you are)' : ''
}
