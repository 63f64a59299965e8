import { CalendarArrowDown, CalendarArrowUp, CircleCheck, Clock, PenLine, Replace } from 'lucide-react'
import Link from 'next/link'
import type { CalendarEntry, CalendarKind } from '@/domain/schedule/calendar'
import { clockInWords } from '@/lib/times-in-words'

const kinds: Record<CalendarKind, { words: string; Icon: typeof Clock; color: string }> = {
  live: { words: 'Went live', Icon: CircleCheck, color: 'text-good' },
  scheduled: { words: 'Goes live', Icon: Clock, color: 'text-accent' },
  planned: { words: 'Planned', Icon: PenLine, color: 'text-muted' },
  change: { words: 'Changes', Icon: Replace, color: 'text-accent' },
  leaves: { words: 'Leaves the site', Icon: CalendarArrowDown, color: 'text-warn' },
  returns: { words: 'Comes back', Icon: CalendarArrowUp, color: 'text-good' },
}

/** One thing on a day: what it is, at what time, and the way to the post. */
export function CalendarEntryLink({ entry, zone }: { entry: CalendarEntry; zone: string }) {
  const { words, Icon, color } = kinds[entry.kind]
  return (
    <Link
      href={`/admin/posts/${entry.id}`}
      title={`${words} ${clockInWords(entry.at, zone)}: ${nameOf(entry)}`}
      className={`flex min-w-0 items-start gap-1 rounded-sm px-1 py-0.5 text-xs hover:bg-hover max-md:py-1.5 max-md:text-sm ${entry.kind === 'planned' ? 'border border-dashed border-edge' : ''}`}
    >
      <Icon aria-hidden className={`mt-0.5 size-3 shrink-0 max-md:size-3.5 ${color}`} />
      <span className="min-w-0 max-md:wrap-anywhere md:line-clamp-2">
        <span className="text-muted">
          {clockInWords(entry.at, zone)}
          <span className="md:sr-only"> {words.toLowerCase()}</span>
        </span>{' '}
        {nameOf(entry)}
      </span>
    </Link>
  )
}

/** What the signs mean. */
export function CalendarKey() {
  return (
    <ul className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted max-md:hidden">
      {Object.values(kinds).map(({ words, Icon, color }) => (
        <li key={words} className="flex items-center gap-1">
          <Icon aria-hidden className={`size-3 ${color}`} />
          {words}
        </li>
      ))}
    </ul>
  )
}

function nameOf({ title }: CalendarEntry): string {
  return title === '' ? 'Untitled' : title
}
