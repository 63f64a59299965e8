import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import { createPost } from '@/domain/posts/commands'
import { schedulePost } from '@/domain/posts/publish'
import { databaseNow } from '@/lib/dates'
import { db } from '@/lib/db'
import { buildProgram, removePrograms } from '@/tests/support/boot'
import { contentWith, personWith } from '@/tests/support/posts'
import { openReceiver } from '@/tests/support/receiver'

/** `POSTS=1000` for the whole promise; the ordinary run has less time. */
const POSTS = Number(process.env.POSTS || 60)
const KILLS = 6
const AHEAD_MS = 5_000 + POSTS * 60

const receiver = await openReceiver()
const workers: ChildProcess[] = []
let program = ''

beforeAll(async () => {
  program = await buildProgram('worker-program')
})

afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  await closeRenderPool()
  await receiver.close()
  removePrograms()
})

async function startWorker(): Promise<ChildProcess> {
  const env = { ...process.env, WEBHOOK_URL: `${receiver.url}/hook`, SITE_URL: 'https://blog.example.org' }
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  workers.push(child)
  await once(child.stdout, 'data')
  return child
}

test(
  'posts that fall due in one second are told once each by two workers, whoever of them is killed',
  { timeout: 600_000 },
  async () => {
    const owner = await personWith('owner')
    const due = new Date((await databaseNow(db)).getTime() + AHEAD_MS)
    for (let number = 0; number < POSTS; number++) {
      const post = await createPost(owner, contentWith({ title: `Due ${number}` }))
      await schedulePost(owner, { ...post, date: due, zone: 'UTC' })
    }
    const pair = [await startWorker(), await startWorker()]
    await pause(Math.max(0, due.getTime() - Date.now()))
    for (let kill = 0; kill < KILLS; kill++) {
      await pause(50 + Math.random() * 400)
      const which = kill % pair.length
      pair[which]?.kill('SIGKILL')
      pair[which] = await startWorker()
    }
    const events = { where: { type: 'post.appeared' } }
    await expect.poll(() => db.event.count(events), { timeout: 120_000, interval: 250 }).toBe(POSTS)
    const waiting = () =>
      db.$queryRaw`SELECT count(*)::int AS jobs FROM graphile_worker.jobs WHERE task_identifier NOT IN ('check-receipt', 'warm-card')`
    await expect.poll(waiting, { timeout: 300_000, interval: 500 }).toEqual([{ jobs: 0 }])
    expect(await db.event.count(events)).toBe(POSTS)
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids).size).toBe(POSTS)
    // On the wire it is at least once: only what was under way when its worker was killed came again.
    expect(ids.length).toBeLessThanOrEqual(POSTS + KILLS * 2)
    const posts = new Set(receiver.received.map(({ body }) => /"post":"([^"]+)"/.exec(body)?.[1]))
    expect(posts.size).toBe(POSTS)
  },
)
