import { setTimeout as pause } from 'node:timers/promises'
import type { MadePost, Newsroom } from '@/tests/support/newsroom'

const ROUNDS = 4
/** Fewer than one server does at once, so that the other one has room for them. */
const POSTS = 4
const PATIENCE_MS = 60_000

/**
 * How long after a server was killed the other one carries out what it was carrying out, in milliseconds: the first webhook that
 * comes a second time. Both are killed in turn.
 */
export async function measureTakeover(
  room: Newsroom,
): Promise<{ posts: MadePost[]; milliseconds: number[] }> {
  const posts: MadePost[] = []
  const milliseconds: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    room.receiver.hold('/hook')
    const due = new Date(Date.now() + 2_000)
    const titles = Array.from({ length: POSTS }, (_none, number) => `Taken over ${round} ${number}`)
    posts.push(...(await room.plan(titles.map((title) => ({ title, due })))))
    await until(() => room.receiver.held() === POSTS)
    const repeated = repeatsIn(room)
    const server = room.servers[round % room.servers.length]
    await server?.kill()
    const killed = performance.now()
    room.receiver.letGo('/hook')
    // Where the other server was carrying out all of them, there is nothing to be taken over.
    if (await until(() => repeatsIn(room) > repeated, 10_000))
      milliseconds.push(Math.round(performance.now() - killed))
    await server?.restart()
  }
  return { posts, milliseconds }
}

/** How many webhooks came that had come before. */
function repeatsIn(room: Newsroom): number {
  const keys = room.receiver.received
    .filter(({ path }) => path === '/hook')
    .map(({ headers }) => headers['webhook-id'])
  return keys.length - new Set(keys).size
}

/** Whether it came true in time; without a time of its own it must. */
async function until(isSo: () => boolean, patience?: number): Promise<boolean> {
  const began = performance.now()
  for (; performance.now() - began < (patience ?? PATIENCE_MS); await pause(10)) if (isSo()) return true
  if (patience === undefined) throw new Error('The webhooks did not come.')
  return false
}
