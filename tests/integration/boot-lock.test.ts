import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { currentHolder, tryLock } from '@/server/data-lock'
import { ownIdentity } from '@/server/processes'
import { makeDataDir } from '@/tests/support/boot'

const wish = { kind: 'command', purpose: 'octavo import' } as const
const rivals = Array.from({ length: 20 })

test('of twenty that try at once exactly one gets a free data folder', async () => {
  const dataDir = makeDataDir()
  const attempts = await Promise.all(rivals.map(() => tryLock(dataDir, wish)))
  expect(attempts.filter(({ lock }) => lock !== null)).toHaveLength(1)
})

test.each([
  ['a process that is gone', { ...ownIdentity(), pid: 4_194_303 }],
  ['a number that another process got since', { ...ownIdentity(), started: 'another boot 1' }],
])('of twenty exactly one takes over the lock of %s', async (_case, identity) => {
  const dataDir = makeDataDir()
  mkdirSync(join(dataDir, 'lock'))
  const holder = { ...identity, ...wish, state: 'running', databaseUrl: null }
  writeFileSync(join(dataDir, 'lock', '7'), JSON.stringify(holder))
  expect(await currentHolder(dataDir)).toBeNull()
  const attempts = await Promise.all(rivals.map(() => tryLock(dataDir, wish)))
  expect(attempts.filter(({ lock }) => lock !== null)).toHaveLength(1)
})

test('a released data folder is free, and its holder told what it was for', async () => {
  const dataDir = makeDataDir()
  const { lock } = await tryLock(dataDir, wish)
  expect((await currentHolder(dataDir))?.purpose).toBe('octavo import')
  await lock?.release()
  expect(await currentHolder(dataDir)).toBeNull()
  expect((await tryLock(dataDir, wish)).lock).not.toBeNull()
})
