import type { WorkerEvents } from 'graphile-worker'
import { DRAWS } from '@/lib/jobs'

/** Under load a drawing takes long because others are at work; then its rest is not made longer. */
const LONGEST_REST_MS = 1_000

/**
 * A picture takes a processor up to a third of a second, and hundreds of posts may be due in one second. Answers what not to take
 * now: no second one while one is drawn, and none for as long after it as it took.
 */
export function createRests(events: WorkerEvents): () => string[] | null {
  const began = new Map<string, number>()
  let restUntil = -Infinity
  events.on('job:start', ({ job }) => {
    if (job.flags?.[DRAWS] === true) began.set(job.id, performance.now())
  })
  events.on('job:complete', ({ job }) => {
    const start = began.get(job.id)
    if (start === undefined) return
    began.delete(job.id)
    const now = performance.now()
    restUntil = now + Math.min(now - start, LONGEST_REST_MS)
  })
  return () => (began.size === 0 && performance.now() >= restUntil ? null : [DRAWS])
}
