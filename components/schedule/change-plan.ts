import { momentOf, type When } from '@/components/schedule/when'
import type { AheadChange } from '@/domain/posts/course'
import type { DeskState } from '@/domain/posts/desk-post'
import { distanceInWords, momentWithUtc } from '@/lib/times-in-words'
import { wallTimeOf } from '@/lib/zoned-time'

/** A change as it is being planned; `announce`: feeds tell readers of it then. */
export type ChangePlan = { when: When; announce: boolean }

const DAY = 24 * 3_600_000

/** The day after what is planned last, else tomorrow, at nine. */
export function newChange({ zone, now, date, ahead }: DeskState): ChangePlan {
  const last = Math.max(now.getTime(), date?.getTime() ?? 0, ahead.at(-1)?.at.getTime() ?? 0)
  return {
    when: { date: wallTimeOf(new Date(last + DAY), zone).date, time: '09:00', zone },
    announce: false,
  }
}

/** What will happen, in one sentence; null while there is no time or none that can be. */
export function changeSentence({ when, announce }: ChangePlan, { now, date }: DeskState): string | null {
  const at = momentOf(when)
  if (at === null || at <= now || (date !== null && at <= date)) return null
  const told = announce ? ', marked as updated' : ', without a new date'
  const moment = `${momentWithUtc(at, when.zone)}, ${distanceInWords(at, now)}`
  return `Readers keep the text they have, and see this one from ${moment} on${told}. What you save later does not come with it.`
}

/** `Friday 27 Nov 2026, 09:00 Berlin (08:00 UTC), in 4 days, as a quiet fix`. */
export function aheadInWords({ at, zone, real }: AheadChange, now: Date): string {
  const kind = real ? 'as a real update' : 'as a quiet fix'
  return `${momentWithUtc(at, zone)}, ${distanceInWords(at, now)}, ${kind}`
}
