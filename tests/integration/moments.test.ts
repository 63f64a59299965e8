import { afterEach, expect, test, vi } from 'vitest'
import { db, transaction } from '@/lib/db'
import { createMoments } from '@/server/moments'

afterEach(() => void vi.useRealTimers())

test('a machine that slept asks the database what it missed before it goes on using what is kept', async () => {
  const told: number[] = []
  const moments = createMoments(() => undefined, { onChange: ({ until }) => told.push(until) })
  await moments.settle()
  told.length = 0
  // The even clock of a machine stands still while it sleeps; the one on the wall does not.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5_000 })
  await expect.poll(() => told[0], { timeout: 5_000 }).toBe(-Infinity)
  await moments.settle()
  expect(moments.isSettled()).toBe(true)
})

test('while the database does not say what time it is, what is kept goes on', async () => {
  const moments = createMoments(() => undefined, { recheckMs: 20 })
  await moments.settle()
  const hold = Promise.withResolvers<void>()
  const locked = Promise.withResolvers<void>()
  const silence = transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE publication IN ACCESS EXCLUSIVE MODE`
      locked.resolve()
      await hold.promise
    },
    { timeout: 30_000 },
  )
  await locked.promise
  // Whoever asks whether all is settled has the clock asked too, and does not wait for it.
  const isAsked = async () => moments.isSettled() && (await isWaitedFor())
  await expect.poll(isAsked, { interval: 20, timeout: 10_000 }).toBe(true)
  expect(moments.isSettled()).toBe(true)
  hold.resolve()
  await silence
})

async function isWaitedFor(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ waits: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_locks WHERE relation = 'publication'::regclass AND NOT granted) AS waits`
  return row?.waits === true
}
