import { setTimeout as pause } from 'node:timers/promises'

const SECOND = 1_000

/**
 * Asks every 50 ms around a moment until the answer is yes, and says when that was: `on time` is not before it, and at most a
 * second after it.
 */
export async function watchMoment(moment: Date, ask: () => Promise<boolean>): Promise<string> {
  const due = moment.getTime()
  await pause(Math.max(0, due - Date.now() - SECOND))
  for (;;) {
    const asked = Date.now()
    const answer = await ask()
    if (answer) return Date.now() < due ? `${due - Date.now()} ms early` : 'on time'
    if (asked > due + SECOND) return `not yet ${asked - due} ms after`
    await pause(50)
  }
}
