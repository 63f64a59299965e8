import { expect } from '@playwright/test'
import type { Newsroom } from '@/tests/support/newsroom'

/** Once each by its id; on the wire, what was under way when a server was ended may come again. */
export async function expectToldOnce(
  room: Newsroom,
  posts: { id: string }[],
  { by, extra }: { by: number; extra: number },
): Promise<void> {
  const ids = posts.map(({ id }) => `'${id}'`).join()
  const open = () =>
    room
      .ask(
        `SELECT r.event_id, s.step FROM receipt r JOIN receipt_step s USING (event_id) WHERE r.post_id IN (${ids}) AND s.done_at IS NULL`,
      )
      .catch(() => ['away'])
  const opened = () =>
    room.ask(`SELECT 1 FROM receipt WHERE post_id IN (${ids})`).then(
      ({ length }) => length,
      () => 0,
    )
  await expect.poll(opened, { intervals: [100], timeout: by }).toBe(posts.length)
  await expect.poll(open, { intervals: [100], timeout: by }).toEqual([])
  const events = await room.ask<{ id: string }>(
    `SELECT id::text FROM event WHERE type = 'post.appeared' AND post_id IN (${ids})`,
  )
  expect(events).toHaveLength(posts.length)
  for (const [path, header] of [
    ['/hook', 'webhook-id'],
    ['/hub', 'idempotency-key'],
  ] as const) {
    const mine = room.receiver.received.filter((letter) => letter.path === path).map(({ headers }) => String(headers[header])).filter((key) => events.some(({ id }) => key === `event_${id}`)) // prettier-ignore
    expect(new Set(mine).size).toBe(posts.length)
    expect(mine.length).toBeLessThanOrEqual(posts.length + extra)
  }
}
