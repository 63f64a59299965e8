import { setTimeout as pause } from 'node:timers/promises'
import { db } from '@/lib/db'

/** A database that is frozen, or behind a network that drops everything, answers nothing at all. */
const PATIENCE_MS = 3_000
const STEPS = 10

/** Whether the database answers, within three seconds, and holds our schema. */
export async function isDatabaseReady(): Promise<boolean> {
  const answer = db.settings.findUnique({ where: { id: 1 }, select: { id: true } }).then(
    (row) => row !== null,
    () => false,
  )
  return Promise.race([answer, losePatience()])
}

/** In steps: where this thread is so busy that it comes late to each of them, it is late for the answer too, and waits longer. */
async function losePatience(): Promise<false> {
  for (let step = 0; step < STEPS; step += 1) await pause(PATIENCE_MS / STEPS, undefined, { ref: false })
  return false
}
