import { setTimeout as pause } from 'node:timers/promises'

/** What is to change at a moment of the database's clock, and how far that is ahead of ours in milliseconds. */
export type Change = { moment: Date; becomes: boolean }

export const PROMISE_MS = 1_000
const EVERY_MS = 50
const GIVE_UP_MS = 60_000

/**
 * When the change was seen, in ms after the moment: `last` is when the answer that was still the old one was asked for, `first` when the
 * new one had come. `isBlind`: nobody answered in between.
 */
export type Sighting = { last: number; first: number; isBlind: boolean }

/**
 * Asks every 50 ms around the moment until the answer has changed. Null answers (nobody is there) are passed over. What comes before
 * its moment has a negative `first`.
 */
export async function watchFor(
  { moment, becomes }: Change,
  ask: () => Promise<boolean | null>,
): Promise<Sighting> {
  const due = moment.getTime()
  await pause(Math.max(0, due - Date.now() - PROMISE_MS))
  let last = -PROMISE_MS
  let isBlind = false
  for (;;) {
    const asked = Date.now()
    const answer = await ask()
    if (answer === becomes) return { last, first: Date.now() - due, isBlind }
    if (answer !== null) last = asked - due
    isBlind = answer === null
    if (asked > due + GIVE_UP_MS) return { last, first: Infinity, isBlind }
    await pause(EVERY_MS)
  }
}

/** `on time`, or what is wrong. One that had no server to ask is judged from the first answer on. */
export function verdictOf({ last, first }: Omit<Sighting, 'isBlind'>): string {
  if (first < 0) return `${-first} ms early`
  if (last > PROMISE_MS) return `still not there ${last} ms after`
  return first === Infinity ? 'never seen' : 'on time'
}
