import { instant } from '@/domain/posts/schema'
import { lengthInWords, momentInWords } from '@/lib/times-in-words'
import { type ClockNote, instantOf, type WallTime, wallTimeOf } from '@/lib/zoned-time'

/** A moment as somebody chooses it: a day, a time and a zone, and which of two where the clocks show that time twice. */
export type When = WallTime

type Read = { instant: Date; note: ClockNote } | { problem: string }

/** The moment that is meant, or why it is none. */
export function readWhen(when: When): Read {
  if (when.date === '' || when.time === '') return { problem: 'Choose a date and a time.' }
  if (!/^\d{4}-/.test(when.date)) return { problem: 'The year must be between 1900 and 2199.' }
  if (when.zone === '') return { problem: 'Choose a time zone.' }
  const found = instantOf(when)
  if (found === null) return { problem: 'There is no such day or time.' }
  const checked = instant.safeParse(found.instant)
  return checked.success ? found : { problem: 'The year must be between 1900 and 2199.' }
}

/** The moment that is meant; null when there is none. */
export function momentOf(when: When): Date | null {
  const read = readWhen(when)
  return 'instant' in read ? read.instant : null
}

/** What became of a time that the clocks jump over, as a sentence; null for any other. */
export function gapInWords(when: When): string | null {
  const found = instantOf(when)
  if (found === null || found.note !== 'gap') return null
  const shown = wallTimeOf(found.instant, when.zone)
  const jump = Date.parse(`${shown.date}T${shown.time}Z`) - Date.parse(`${when.date}T${when.time}Z`)
  const to = shown.date === when.date ? shown.time : momentInWords(found.instant, when.zone)
  return `The clocks jump over ${when.time} there: it is moved on by ${lengthInWords(jump / 60_000)}, to ${to}.`
}

/** The two moments at which the clocks show this time, where they do so twice. */
export function foldOf(when: When): { first: Date; second: Date } | null {
  const first = instantOf({ ...when, second: false })
  const second = instantOf({ ...when, second: true })
  if (first === null || second === null || first.note !== 'fold') return null
  return { first: first.instant, second: second.instant }
}
