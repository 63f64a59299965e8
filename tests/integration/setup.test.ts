import { beforeEach, expect, test } from 'vitest'
import { completeSetup, createSetupLink, ensureOwner, setupIsOpen } from '@/domain/people/setup'
import { createToken, isTokenOpen, useToken } from '@/domain/people/tokens'
import { db, transaction } from '@/lib/db'
import { somebody } from '@/tests/support/people'
import { refusalOf } from '@/tests/support/refusal'

const OWNER = { name: 'Olga', password: 'violet tractor harvest moon', address: '192.0.2.1' }

beforeEach(async () => {
  await db.person.deleteMany()
  await db.token.deleteMany()
  await db.rateLimit.deleteMany()
})

function people(count: number) {
  return Array.from({ length: count }, (_, number) => ({ ...OWNER, email: `owner-${number}@example.org` }))
}

test('the link makes the first owner, and then setup is closed', async () => {
  const token = await createSetupLink()
  expect(await setupIsOpen()).toBe(true)
  await completeSetup({ ...OWNER, token, email: 'olga@example.org' })
  expect(await setupIsOpen()).toBe(false)
  expect(await db.person.findMany({ select: { email: true, role: true } })).toEqual([
    { email: 'olga@example.org', role: 'owner' },
  ])
})

test('setup runs once, also 20 times at once', async () => {
  const token = await createSetupLink()
  const answers = await Promise.allSettled(people(20).map((person) => completeSetup({ ...person, token })))
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  expect(await db.person.count()).toBe(1)
})

test('the owner of the environment is made once, also 20 times at once', async () => {
  const answers = await Promise.all(people(20).map(ensureOwner))
  expect(answers.filter(Boolean)).toHaveLength(1)
  expect(await db.person.count()).toBe(1)
})

test('a site with an owner takes no second one by a link', async () => {
  const token = await createSetupLink()
  await somebody('owner')
  const refusal = await refusalOf(completeSetup({ ...OWNER, token, email: 'olga@example.org' }))
  expect(refusal.code).toBe('conflict')
})

test('a bad password does not use the link up', async () => {
  const token = await createSetupLink()
  const input = { ...OWNER, token, email: 'olga@example.org' }
  expect((await refusalOf(completeSetup({ ...input, password: 'password1' }))).details.field).toBe('password')
  await completeSetup(input)
  expect(await setupIsOpen()).toBe(false)
})

test('the sixth wrong link in an hour is not even looked at', async () => {
  const input = { ...OWNER, email: 'olga@example.org' }
  for (let count = 1; count <= 5; count++) {
    expect((await refusalOf(completeSetup({ ...input, token: `guess-${count}` }))).code).toBe('not-found')
  }
  expect((await refusalOf(completeSetup({ ...input, token: 'guess-6' }))).code).toBe('too-many')
})

test('a new link ends the one before', async () => {
  const [first, second] = [await createSetupLink(), await createSetupLink()]
  expect([await isTokenOpen('setup', first), await isTokenOpen('setup', second)]).toEqual([false, true])
})

test('a link is stored hashed', async () => {
  const token = await createSetupLink()
  expect(JSON.stringify(await db.token.findMany())).not.toContain(token)
})

test('a link works once, also 20 times at once, and only for its purpose', async () => {
  const { id } = await somebody()
  const token = await transaction((tx) => createToken(tx, { purpose: 'reset', personId: id, minutes: 5 }))
  const attempt = (purpose: 'setup' | 'reset') => transaction((tx) => useToken(tx, purpose, token))
  expect((await refusalOf(attempt('setup'))).code).toBe('not-found')
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => attempt('reset')))
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
})

test('a link that is too old does not work', async () => {
  const token = await createSetupLink()
  await db.$executeRaw`UPDATE token SET expires_at = now() - interval '1 second'`
  expect(await isTokenOpen('setup', token)).toBe(false)
})
