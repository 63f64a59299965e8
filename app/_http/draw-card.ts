import path from 'node:path'
import { Piscina } from 'piscina'
import type { Card } from '@/domain/cards/card'

const IDLE_MS = 10_000
/** With those that wait before it, on a machine that is busy. */
const LONGEST_MS = 30_000
let thread: Piscina<Card, Uint8Array> | undefined

/**
 * Draws in a thread of its own, one picture after the other: it takes a tenth of a second and more, in which this one could not
 * answer. The thread and its memory are given back when there was nothing to draw for a while. Answers the bytes of a PNG.
 */
export function drawCard(card: Card): Promise<Uint8Array> {
  thread ??= new Piscina<Card, Uint8Array>({
    // A path that is computed is not followed by the bundler.
    filename: path.join(process.cwd(), 'build', 'card-worker.mjs'),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    env: { NODE_ENV: 'production' },
  })
  return thread.run(card, { name: 'draw', signal: AbortSignal.timeout(LONGEST_MS) })
}
