'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { zoneTimes } from '@/domain/settings/schema'
import { momentInWords } from '@/lib/times-in-words'

type Props = { details: unknown; from: string; to: string; busy: boolean; onConfirm: () => void }

/** Which times lie ahead when the site gets another zone, by both clocks. */
export function ZoneChange({ details, from, to, busy, onConfirm }: Props) {
  const ahead = zoneTimes.safeParse(details)
  if (!ahead.success) return null
  const { times, total } = ahead.data
  return (
    <section
      aria-label="Times that lie ahead"
      className="flex flex-col gap-3 rounded-md border border-warn/40 bg-warn-soft px-3 py-3 text-[0.8125rem]"
    >
      <p className="font-medium">
        {total === 1 ? '1 time lies' : `${total.toLocaleString('en')} times lie`} ahead. Each keeps its
        moment: nothing goes live earlier or later. Only the clock by which they are told may change.
      </p>
      <ul className="flex max-h-72 flex-col gap-1.5 overflow-y-auto" tabIndex={0} aria-label="Which they are">
        {times.map(({ id, title, what, at }) => (
          <li key={`${id} ${what} ${at.getTime()}`} className="wrap-anywhere">
            <Link href={`/admin/posts/${id}`} className="font-medium underline">
              {title === '' ? 'Untitled' : title}
            </Link>{' '}
            {what} {momentInWords(at, from)}, which is {momentInWords(at, to)}
          </li>
        ))}
      </ul>
      {total > times.length && <p>And {(total - times.length).toLocaleString('en')} more.</p>}
      <div>
        <Button busy={busy} onClick={onConfirm}>
          Save with the new time zone
        </Button>
      </div>
    </section>
  )
}
