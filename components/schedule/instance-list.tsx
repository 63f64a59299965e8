import type { HealthyInstance } from '@/domain/schedule/health'
import { distanceInWords } from '@/lib/times-in-words'

/** Beats come every five seconds; three that are missed are no accident. */
const SILENT_MS = 20_000

export function InstanceList({ instances, now }: { instances: HealthyInstance[]; now: Date }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {instances.map(({ name, startedAt, beatAt }) => {
        const silence = now.getTime() - beatAt.getTime()
        const isSilent = silence > SILENT_MS
        return (
          <li key={`${name} ${startedAt.getTime()}`} className="flex gap-2.5 px-3 py-2.5">
            <span
              aria-hidden
              className={`mt-[0.4em] size-2 shrink-0 rounded-full ${isSilent ? 'bg-danger' : 'bg-good'}`}
            />
            <div className="min-w-0">
              <p className="font-medium wrap-anywhere">{name}</p>
              <p className="text-[0.8125rem] text-muted">
                {isSilent ? `Silent for ${inSeconds(silence)}` : `Heard of ${inSeconds(silence)} ago`},
                started {distanceInWords(startedAt, now)}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function inSeconds(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1_000))
  if (seconds > 120) return `${Math.round(seconds / 60)} minutes`
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}
