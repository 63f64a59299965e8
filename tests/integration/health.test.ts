import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { SignedIn } from '@/domain/permissions'
import { createPost } from '@/domain/posts/commands'
import { expirePost, publishPost, schedulePost, unpublishPost } from '@/domain/posts/publish'
import { raiseAlarm, SERIOUS_TRIES } from '@/domain/schedule/alarm'
import { announcePost } from '@/domain/schedule/announce'
import { checkReceipt } from '@/domain/schedule/check-receipt'
import { getHealth, getTroubles } from '@/domain/schedule/health'
import { getPostReceipt } from '@/domain/schedule/post-receipt'
import { noteStep, openReceipt } from '@/domain/schedule/receipts'
import { retryJob } from '@/domain/schedule/retry'
import { db, transaction } from '@/lib/db'
import { addJob } from '@/lib/jobs'
import { startWorker } from '@/server/worker'
import { somebody } from '@/tests/support/people'
import { openPostOffice } from '@/tests/support/post-office'
import { contentWith, personWith } from '@/tests/support/posts'

const office = await openPostOffice()
let owner: SignedIn & { email: string }

beforeAll(async () => {
  owner = await somebody('owner')
  process.env.SMTP_URL = office.url
})
afterAll(async () => {
  await closeRenderPool()
  await office.close()
})

async function announced(title: string) {
  const post = await createPost(owner, contentWith({ title }))
  await publishPost(owner, post)
  await announcePost(post.id)
  const { eventId } = await db.receipt.findFirstOrThrow({ where: { postId: post.id } })
  return { ...post, event: eventId }
}

/** A webhook that was tried so often and refused. */
async function failingJob(event: bigint, attempts: number): Promise<bigint> {
  await addJob(db, { name: 'send-webhook', payload: { event: String(event) }, key: `send-webhook:${event}` })
  const [job] = await db.$queryRaw<{ id: bigint }[]>`
    UPDATE graphile_worker._private_jobs SET attempts = ${attempts}, last_error = 'The receiver answered 500.', run_at = now() + interval '1 hour'
    WHERE key = ${`send-webhook:${event}`} RETURNING id`
  return job?.id ?? 0n
}

test('a receipt says what was seen how long after its moment, and what is waited for', async () => {
  const { id, event } = await announced('Receipted')
  await noteStep(event, 'page')
  const receipt = await getPostReceipt(owner, id)
  expect(receipt?.did).toBe('appeared')
  expect(receipt?.steps.map(({ step }) => step)).toEqual(['page', 'feed', 'sitemap', 'card'])
  expect(receipt?.steps[0]?.milliseconds).toBeLessThan(20_000)
  expect(receipt?.steps[1]?.milliseconds).toBeNull()
})

test('what cannot be seen is a failure with its reason, and what happened since is not waited for', async () => {
  const { id, event } = await announced('Overtaken')
  await expect(checkReceipt(event)).rejects.toThrow(/ECONNREFUSED/)
  await unpublishPost(owner, id)
  await announcePost(id)
  await checkReceipt(event)
  expect(await db.receiptStep.findMany({ where: { eventId: event, step: { not: 'card' } } })).toEqual([])
  expect((await getPostReceipt(owner, id))?.did).toBe('left')
})

test('whoever can act hears of a job that keeps failing, and has it tried again', async () => {
  const { event, id } = await announced('Unheard')
  const job = await failingJob(event, SERIOUS_TRIES - 1)
  const before = await getTroubles(owner)
  await failingJob(event, SERIOUS_TRIES)
  expect((await getTroubles(owner)).failing).toBe(before.failing + 1)
  const { failing } = await getHealth(owner)
  expect(failing.find((one) => one.id === String(job))).toMatchObject({
    name: 'send-webhook',
    title: 'Unheard',
    postId: id,
    reason: 'The receiver answered 500.',
  })
  await retryJob(owner, job)
  expect((await getTroubles(owner)).failing).toBe(before.failing)
  const [again] = await db.$queryRaw<{ due: boolean; attempts: number }[]>`
    SELECT run_at <= now() AS due, attempts::int FROM graphile_worker._private_jobs WHERE id = ${job}`
  expect(again).toEqual({ due: true, attempts: 0 })
})

test('nobody carrying out what is due shows after a minute', async () => {
  expect((await getTroubles(owner)).stalledSince).toBeNull()
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() - interval '61 seconds' WHERE attempts = 0`
  expect((await getTroubles(owner)).stalledSince).toBeInstanceOf(Date)
})

test('the owners are written to once for each failure, however often it is tried', async () => {
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`
  const { event } = await announced('Mailed')
  const jobId = String(await failingJob(event, SERIOUS_TRIES))
  const failure = { jobId, name: 'send-webhook', reason: 'The receiver answered 500.' }
  await raiseAlarm({ ...failure, attempts: SERIOUS_TRIES - 1 })
  await raiseAlarm({ ...failure, attempts: SERIOUS_TRIES })
  await raiseAlarm({ ...failure, attempts: SERIOUS_TRIES + 1 })
  const [waiting] = await db.$queryRaw<{ letters: number }[]>`
    SELECT count(*)::int AS letters FROM graphile_worker.jobs WHERE task_identifier = 'mail-alarm'`
  expect(waiting?.letters).toBe(1)
  const worker = await startWorker(process.env.DATABASE_URL ?? '')
  const letter = await office.next()
  await worker.stop()
  expect(letter.text).toContain('The receiver answered 500.')
  expect(letter.text).toContain('/admin/health')
  await raiseAlarm({ ...failure, attempts: SERIOUS_TRIES + 2 })
  expect(office.letters).toEqual([])
})

test('each owner has a letter of its own, so that one who cannot be reached costs the others nothing', async () => {
  await personWith('owner')
  const { event } = await announced('Mailed to both')
  const jobId = String(await failingJob(event, SERIOUS_TRIES))
  await raiseAlarm({ jobId, name: 'send-webhook', reason: 'It is away.', attempts: SERIOUS_TRIES })
  const [waiting] = await db.$queryRaw<{ letters: number; owners: number }[]>`
    SELECT count(*)::int AS letters, count(DISTINCT payload ->> 'owner')::int AS owners
    FROM graphile_worker._private_jobs WHERE payload ->> 'job' = ${jobId}`
  expect(waiting).toEqual({ letters: 2, owners: 2 })
})

test('what the clock will do next stands in the order of its moments', async () => {
  const hour = 3_600_000
  const [first, second] = [new Date(Date.now() + hour), new Date(Date.now() + 2 * hour)]
  const post = await createPost(owner, contentWith({ title: 'Soon' }))
  await schedulePost(owner, { ...post, date: first, zone: 'UTC' })
  await expirePost(owner, { id: post.id, expiresAt: second })
  const { planned } = await getHealth(owner)
  expect(planned.map(({ title, moment, does }) => [title, moment, does])).toEqual([
    ['Soon', first, 'appears'],
    ['Soon', second, 'leaves'],
  ])
})

test('old receipts go', async () => {
  const { id, event } = await announced('Kept')
  const last = event + 6_000n - ((event + 6_000n) % 100n)
  await db.$executeRaw`INSERT INTO receipt (event_id, post_id, type, path, due)
    SELECT n, ${id}::uuid, 'post.changed', '/posts/kept', now() FROM generate_series(${event + 1n}::bigint, ${last - 1n}::bigint) n`
  await transaction((tx) =>
    openReceipt(tx, {
      event: last,
      type: 'post.changed',
      postId: id,
      path: '/posts/kept',
      due: new Date(),
      steps: [],
    }),
  )
  expect(await db.receipt.count()).toBe(5_001)
})
