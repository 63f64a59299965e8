import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db, transaction } from '@/lib/db'
import { addJob } from '@/lib/jobs'
import { unlockDeadWorkers, unlockForgottenJobs, watchWorkers } from '@/server/dead-workers'
import { instanceOf } from '@/server/instances'

const url = process.env.DATABASE_URL ?? ''
const client = new Client({ connectionString: url })

beforeAll(() => client.connect())
afterAll(() => client.end())
beforeEach(async () => {
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`
})

/** A job as a worker leaves it that took it so many seconds ago and was killed. */
async function leaveJob(poolId: string, seconds: number) {
  await addJob(db, { name: 'send-reset', payload: { email: 'nobody@example.org' } })
  await db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_by = ${poolId}, locked_at = now() - ${seconds} * interval '1 second'`
}

test('the jobs of a killed worker are free again', async () => {
  await leaveJob('pool-dead', 60)
  expect(await unlockDeadWorkers(client, 'pool-own')).toEqual(['pool-dead'])
  expect(await db.$queryRaw`SELECT locked_by FROM graphile_worker._private_jobs`).toEqual([
    { locked_by: null },
  ])
})

test('the jobs of a living worker stay its own, and are freed when it ends', async () => {
  await leaveJob('pool-alive', 60)
  const watch = await watchWorkers(url, { instance: instanceOf(1), poolId: 'pool-alive', active: new Set() })
  expect(await unlockDeadWorkers(client, 'pool-own')).toEqual([])
  await watch.stop()
  expect(await unlockDeadWorkers(client, 'pool-own')).toEqual(['pool-alive'])
})

test('a job that was only just taken is left alone', async () => {
  await leaveJob('pool-new', 1)
  expect(await unlockDeadWorkers(client, 'pool-own')).toEqual([])
})

test('a worker that was not heard of for long is taken for dead, though its connection stands', async () => {
  await leaveJob('pool-frozen', 60)
  const watch = await watchWorkers(url, { instance: instanceOf(2), poolId: 'pool-frozen', active: new Set() })
  await db.$executeRaw`UPDATE instance SET beat_at = now() - interval '21 seconds'`
  expect(await unlockDeadWorkers(client, 'pool-own')).toEqual(['pool-frozen'])
  await watch.stop()
  expect(await db.instance.count()).toBe(0)
})

test('a job that was handed to a connection which broke is free again, and one at work is not', async () => {
  await leaveJob('pool-own', 60)
  const [job] = await db.$queryRaw<{ id: bigint }[]>`SELECT id FROM graphile_worker._private_jobs`
  const active = new Set([String(job?.id)])
  expect(await unlockForgottenJobs(client, { poolId: 'pool-own', active })).toBe(0)
  expect(await unlockForgottenJobs(client, { poolId: 'pool-own', active: new Set() })).toBe(1)
})

test('a job of a change that is rolled back does not exist', async () => {
  const work = transaction(async (tx) => {
    await addJob(tx, { name: 'send-reset', payload: { email: 'nobody@example.org' } })
    throw new Error('rolled back')
  })
  await expect(work).rejects.toThrow('rolled back')
  expect(await db.$queryRaw`SELECT id FROM graphile_worker._private_jobs`).toEqual([])
})

test('a waiting job of the same key is replaced', async () => {
  await addJob(db, { name: 'send-reset', payload: { email: 'a@example.org' }, key: 'same' })
  await addJob(db, { name: 'send-reset', payload: { email: 'b@example.org' }, key: 'same' })
  expect(await db.$queryRaw`SELECT payload FROM graphile_worker._private_jobs`).toEqual([
    { payload: { email: 'b@example.org' } },
  ])
})
