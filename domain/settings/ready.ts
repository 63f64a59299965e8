import { setTimeout as pause } from 'node:timers/promises'
import { db } from '@/lib/db'

/** A database that is frozen, or behind a network that drops everything, answers nothing at all. */
const PATIENCE_MS = 3_000

/** Whether the database answers, within three seconds, and holds our schema. */
export async function isDatabaseReady(): Promise<boolean> {
  const answer = db.settings.findUnique({ where: { id: 1 }, select: { id: true } }).then(
    (row) => row !== null,
    () => false,
  )
  return Promise.race([answer, pause(PATIENCE_MS, false, { ref: false })])
}
