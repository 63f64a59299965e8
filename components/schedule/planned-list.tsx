import type { PlannedMoment } from '@/domain/schedule/health'
import { distanceInWords, momentInWords } from '@/lib/times-in-words'

type Props = { planned: PlannedMoment[]; now: Date; zone: string }

/** What the clock will do next. */
export function PlannedList({ planned, now, zone }: Props) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {planned.map(({ postId, title, moment, does }) => (
        <li key={`${postId} ${moment.getTime()} ${does}`} className="px-3 py-2.5">
          <a href={`/admin/posts/${postId}`} className="font-medium wrap-anywhere hover:underline">
            {title}
          </a>
          <p className="text-[0.8125rem] text-muted">
            {does} {distanceInWords(moment, now)}: {momentInWords(moment, zone)}
          </p>
        </li>
      ))}
    </ul>
  )
}
