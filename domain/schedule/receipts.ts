import type { EventType } from '@/domain/events/event'
import { db, type Tx } from '@/lib/db'

/** What is to be seen or told after readers were shown something else. */
export const STEPS = ['page', 'feed', 'sitemap', 'card', 'hub', 'webhook'] as const
export type Step = (typeof STEPS)[number]

export type Opening = {
  event: bigint
  type: EventType
  postId: string
  path: string
  /** The moment that the clock or a person had set. */
  due: Date
  steps: Step[]
}

const KEPT = 5_000
const PRUNED_EVERY = 100n

/** Begins the receipt of an event, in its transaction: what is to be seen and told, and nothing of it seen yet. */
export async function openReceipt(tx: Tx, { event, type, postId, path, due, steps }: Opening): Promise<void> {
  await tx.receipt.create({ data: { eventId: event, postId, type, path, due } })
  await tx.receiptStep.createMany({ data: steps.map((step) => ({ eventId: event, step })) })
  if (event % PRUNED_EVERY === 0n)
    await tx.$executeRaw`DELETE FROM receipt WHERE event_id < (
      SELECT event_id FROM receipt ORDER BY event_id DESC OFFSET ${KEPT} LIMIT 1)`
}

/** From this moment on, by the database's clock, it is seen or told; the first time counts. */
export async function noteStep(event: bigint, step: Step): Promise<void> {
  await db.$executeRaw`UPDATE receipt_step SET done_at = clock_timestamp()
    WHERE event_id = ${event} AND step = ${step} AND done_at IS NULL`
}

/** Nobody waits for this any more: it does not apply, or something newer happened to the post. */
export async function dropSteps(event: bigint, steps: Step[]): Promise<void> {
  await db.receiptStep.deleteMany({ where: { eventId: event, step: { in: steps }, doneAt: null } })
}
