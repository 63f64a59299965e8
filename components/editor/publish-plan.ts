import { momentOf, type When } from '@/components/schedule/when'
import type { DeskState } from '@/domain/posts/desk-post'
import { dayInWords, distanceInWords, momentWithUtc } from '@/lib/times-in-words'

/** What the publish panel can do; `change` is an update at a time. */
export type Plan = 'now' | 'later' | 'update' | 'change'
/** How readers hear of an update: not at all, or by feeds and a new date, with a note of what it corrects or without (empty). */
export type Telling = { announce: boolean; correction: string }
const MINUTE = 60_000

/** The plans that make sense for a post in this state, the likeliest first. */
export function plansFor(state: DeskState): Plan[] {
  if (state.status === 'scheduled')
    return state.unpublishedChanges > 0 ? ['later', 'now', 'change'] : ['later', 'now']
  if (state.status !== 'live') return ['now', 'later']
  const isOnlyAhead =
    state.ahead.some(({ number }) => number === state.version) && state.version !== state.shows
  return state.unpublishedChanges > 0 || isOnlyAhead ? ['update', 'change', 'later'] : ['later']
}

/** What the button says, which is what it does: a time that is past publishes at once. */
export function labelOf(plan: Plan, state: DeskState, when: When): string {
  if (plan === 'now') return 'Publish now'
  if (plan === 'change') return 'Schedule the change'
  if (plan !== 'later') return 'Update'
  if (state.status === 'live') return 'Change the date'
  const instant = momentOf(when)
  if (instant !== null && instant <= state.now) return 'Publish with this date'
  return state.status === 'scheduled' ? 'Update schedule' : 'Schedule'
}

/** How the choice is named beside the others. */
export function choiceOf(plan: Plan, state: DeskState): string {
  if (plan === 'change')
    return state.status === 'live' ? 'At a time, as a scheduled change' : 'As a change after it went live'
  if (plan !== 'later') return 'Now'
  return state.status === 'live' ? 'Change its date' : 'At a time'
}

/** One sentence that says what will happen and when; null when no time is chosen or none that is new. */
export function sentenceOf(plan: Plan, state: DeskState, when: When): string | null {
  const { now, date } = state
  const path = decodeURI(state.path)
  if (plan === 'update' && state.changed.length === 0)
    return `Readers see the text of the scheduled change at ${path} at once.`
  if (plan === 'update')
    return `Readers see what is new at ${path} at once: ${changesInWords(state.changed)}.`
  if (plan === 'now') {
    const kept = date !== null && date <= now ? `, dated ${dayInWords(date, state.zone)} as before` : ''
    return state.status === 'expired'
      ? `Readers see it again at ${path} at once${kept}, and it stays.`
      : `Readers see it at ${path} at once${kept}.`
  }
  const instant = momentOf(when)
  if (instant === null) return null
  const moment = momentWithUtc(instant, when.zone)
  if (instant <= now && state.status === 'live') {
    return date !== null && isSameMinute(date, instant) ? null : `It stays at ${path}, dated ${moment}.`
  }
  if (instant <= now) return `Readers see it at ${path} at once, dated ${moment}.`
  const distance = distanceInWords(instant, now)
  if (state.status === 'live') {
    const text = state.version === state.shows ? '' : ' with the newest text'
    return `It leaves the site now and comes back${text} ${moment}, ${distance}.`
  }
  return `Readers see it at ${path} from ${moment} on, ${distance}.`
}

/** Whether the plan takes a live post off the site, which is asked first. */
export function takesOff(plan: Plan, state: DeskState, when: When): boolean {
  const instant = momentOf(when)
  return plan === 'later' && state.status === 'live' && instant !== null && instant > state.now
}

/** The panel's clock has no seconds, a moment of publishing has. */
function isSameMinute(a: Date, b: Date): boolean {
  return Math.floor(a.getTime() / MINUTE) === Math.floor(b.getTime() / MINUTE)
}

/** The address readers find it at and the one they will, where those differ. */
export function moveOf({ livePath, path }: DeskState): { from: string; to: string } | null {
  return livePath === null || livePath === path ? null : { from: livePath, to: path }
}

/** `title, tags and 2 paragraphs`. */
export function changesInWords(changed: string[]): string {
  const paragraphs = changed.filter((name) => name === 'text').length
  const fields = changed.filter((name) => name !== 'text')
  const text = paragraphs === 1 ? '1 paragraph' : `${paragraphs} paragraphs`
  return words.format(paragraphs === 0 ? fields : [...fields, text])
}

const words = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** A note that was typed before somebody chose the quiet fix says nothing. */
export function toldBy({ announce, correction }: Telling): Telling {
  return { announce, correction: announce ? correction : '' }
}
