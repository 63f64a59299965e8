import type { When } from '@/components/schedule/when'
import type { DeskState } from '@/domain/posts/desk-post'
import { momentWithUtc } from '@/lib/times-in-words'
import { whenOf } from '@/lib/zoned-time'

/** A time off the site as it is being chosen. */
export type AbsencePlan = { leaves: When; comesBack: boolean; back: When }

const MONTH = 30 * 24 * 3_600_000

/** What is set, else leaving in a month and, should it come back, a month after that. */
export function firstAbsence({ expiresAt, returnsAt, expiresZone, now }: DeskState): AbsencePlan {
  const leaves = expiresAt ?? new Date(now.getTime() + MONTH)
  const back = returnsAt ?? new Date(Math.max(leaves.getTime(), now.getTime()) + MONTH)
  return {
    leaves: whenOf(leaves, expiresZone),
    comesBack: returnsAt !== null,
    back: whenOf(back, expiresZone),
  }
}

type Absence = { expiresAt: Date; returnsAt: Date | null; zone: string }

/** What will happen, in one sentence. */
export function absenceInWords({ expiresAt, returnsAt, zone }: Absence, { now, path }: DeskState): string {
  const address = decodeURI(path)
  const leaves =
    expiresAt <= now ? 'It leaves the site at once' : `It leaves the site ${momentWithUtc(expiresAt, zone)}`
  if (returnsAt === null) return `${leaves} and ${address} says that it is gone, until you publish it again.`
  return `${leaves}, ${address} says that it is gone, and it is back ${momentWithUtc(returnsAt, zone)}.`
}
