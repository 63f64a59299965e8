import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  endOwnSession,
  endOwnSessions,
  endSession,
  findSession,
  listSessions,
  startSession,
} from '@/domain/people/sessions'
import type { SignedIn } from '@/domain/permissions'
import { db, transaction } from '@/lib/db'
import { somebody } from '@/tests/support/people'

const VISIT = { address: '192.0.2.1', userAgent: 'Test' }

function begin(person: SignedIn) {
  return transaction((tx) => startSession(tx, person, VISIT))
}

async function age(
  id: string,
  { unusedHours = 0, leftHours = 24 }: { unusedHours?: number; leftHours?: number },
) {
  await db.$executeRaw`
    UPDATE session SET last_seen_at = now() - ${unusedHours} * interval '1 hour', expires_at = now() + ${leftHours} * interval '1 hour'
    WHERE id = ${id}::uuid`
}

test('each sign-in has an id and a secret of its own', async () => {
  const person = await somebody()
  const [one, two] = [await begin(person), await begin(person)]
  expect(one.id).not.toBe(two.id)
  expect(one.secret).not.toBe(two.secret)
})

test.each([
  ['unused for 11 hours', { unusedHours: 11 }, true],
  ['unused for 13 hours', { unusedHours: 13 }, false],
  ['in use, in its last hour', { leftHours: 1 }, true],
  ['in use, past its 14 days', { leftHours: -1 }, false],
] as const)('a session %s still works: %s', async (_what, ages, works) => {
  const key = await begin(await somebody())
  await age(key.id, ages)
  expect((await findSession(key)) !== null).toBe(works)
})

test('a session lasts 14 days at most', async () => {
  const { id } = await begin(await somebody())
  const row = await db.session.findUniqueOrThrow({ where: { id } })
  expect((row.expiresAt.getTime() - row.createdAt.getTime()) / 86_400_000).toBeCloseTo(14, 2)
})

test('a session is written at most once a minute', async () => {
  const key = await begin(await somebody())
  const seen = async () =>
    (await db.session.findUniqueOrThrow({ where: { id: key.id } })).lastSeenAt.getTime()
  const before = await seen()
  await findSession(key)
  expect(await seen()).toBe(before)
  await age(key.id, { unusedHours: 1 })
  await findSession(key)
  expect(await seen()).toBeGreaterThanOrEqual(before)
})

test('a wrong secret, another’s secret and an unknown id are nobody', async () => {
  const [one, two] = [await begin(await somebody()), await begin(await somebody())]
  expect(await findSession({ id: one.id, secret: two.secret })).toBeNull()
  expect(await findSession({ id: one.id, secret: '' })).toBeNull()
  expect(await findSession({ id: randomUUID(), secret: one.secret })).toBeNull()
})

test('signing out ends this session and no other', async () => {
  const person = await somebody()
  const [here, there] = [await begin(person), await begin(person)]
  await endSession(here)
  await endSession(here)
  expect(await findSession(here)).toBeNull()
  expect(await findSession(there)).not.toBeNull()
})

test('signing out takes the secret, not only the id', async () => {
  const key = await begin(await somebody())
  await endSession({ id: key.id, secret: 'guessed' })
  expect(await findSession(key)).not.toBeNull()
})

test('nobody ends a colleague’s session from their own list', async () => {
  const [one, two] = [await somebody(), await somebody('owner')]
  const key = await begin(one)
  await endOwnSession(two, key.id)
  expect(await findSession(key)).not.toBeNull()
  await endOwnSession(one, key.id)
  expect(await findSession(key)).toBeNull()
})

test('signing out everywhere leaves nothing', async () => {
  const person = await somebody()
  const keys = await Promise.all([begin(person), begin(person), begin(person)])
  await endOwnSessions(person)
  expect(await Promise.all(keys.map(findSession))).toEqual([null, null, null])
})

test('the list shows one’s own running sessions', async () => {
  const person = await somebody()
  const [running, idle] = [await begin(person), await begin(person)]
  await begin(await somebody())
  await age(idle.id, { unusedHours: 13 })
  const list = await listSessions(person)
  expect(list.map(({ id }) => id)).toEqual([running.id])
  expect(JSON.stringify(list)).not.toContain('secret')
})
