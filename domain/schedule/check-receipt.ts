import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { type Expected, lookFor, type LookedFor } from '@/domain/schedule/look'
import { dropSteps, noteStep } from '@/domain/schedule/receipts'
import { db } from '@/lib/db'

/** What the site promises: whatever changed is to be seen a second later at the latest. */
const PROMISE_MS = 1_000
const EVERY_MS = 50
const lookedFor = z.enum(['page', 'feed', 'sitemap'])

/**
 * Looks at the post's page, the feed and the sitemap as a stranger does and notes since when they are as they should be. Throws what
 * is wrong as a sentence when they are not after a second; what is seen stays noted.
 */
export async function checkReceipt(event: bigint): Promise<void> {
  const steps = await findOpenSteps(event)
  if (steps.length === 0) return
  const expected = await findExpected(event)
  if (expected === null) return dropSteps(event, steps)
  // One after the other, the page first: a reader who comes right now should not wait for three renderings of ours.
  const faults: (string | null)[] = []
  for (const step of lookedFor.options.filter((one) => steps.includes(one)))
    faults.push(await untilSeen(event, step, expected))
  const fault = faults.find((sentence) => sentence !== null)
  if (fault === undefined || fault === null) return
  // What happened meanwhile has a receipt of its own.
  if ((await findExpected(event)) === null) return dropSteps(event, steps)
  throw new Error(fault)
}

async function untilSeen(event: bigint, step: LookedFor, expected: Expected): Promise<string | null> {
  const deadline = performance.now() + PROMISE_MS
  for (;;) {
    const fault = await lookFor(step, expected)
    if (fault === null) {
      await noteStep(event, step)
      return null
    }
    if (step === 'feed' && expected.text !== null && (await isOldNews(event))) {
      await dropSteps(event, [step])
      return null
    }
    if (performance.now() > deadline) return fault
    await pause(EVERY_MS)
  }
}

async function findOpenSteps(event: bigint): Promise<LookedFor[]> {
  const open = await db.receiptStep.findMany({
    where: { eventId: event, doneAt: null, step: { in: lookedFor.options } },
    select: { step: true },
  })
  return open.map(({ step }) => lookedFor.parse(step))
}

/** What readers should see of it now; null when the post was deleted for good, or something newer happened to it. */
async function findExpected(event: bigint): Promise<Expected | null> {
  const [row] = await db.$queryRaw<
    { path: string; feedId: string; isGone: boolean; title: string | null; html: string | null }[]
  >`
    SELECT c.path, p.feed_id AS "feedId", c.type = 'post.withdrawn' AS "isGone", r.title, r.html
    FROM receipt c JOIN post p ON p.id = c.post_id
      LEFT JOIN live_publication l ON l.post_id = p.id
      LEFT JOIN announcement a ON a.post_id = p.id AND a.revision_id = l.revision_id AND a.path = l.path
      LEFT JOIN revision r ON r.id = l.revision_id
    WHERE c.event_id = ${event}
      AND NOT EXISTS (SELECT 1 FROM receipt later WHERE later.post_id = c.post_id AND later.event_id > c.event_id)
      AND CASE WHEN c.type = 'post.withdrawn'
        THEN NOT EXISTS (SELECT 1 FROM live_publication taken WHERE taken.path = c.path) ELSE a.post_id IS NOT NULL END`
  if (row === undefined) return null
  const { path, feedId, isGone, title, html } = row
  return { path, feedId, text: isGone ? null : { title: title ?? '', html: html ?? '' } }
}

/** Whether so many newer posts are live that a feed does not reach back to this one. */
async function isOldNews(event: bigint): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isOld: boolean }[]>`
    SELECT count(*) >= (SELECT posts_per_feed FROM settings) AS "isOld" FROM (
      SELECT 1 FROM receipt c JOIN live_publication l ON l.post_id = c.post_id, live_publication newer
      WHERE c.event_id = ${event} AND newer.kind = 'post' AND (newer.date, newer.post_id) > (l.date, l.post_id) LIMIT 500) counted`
  return row?.isOld === true
}
