import { beforeEach, expect, test } from 'vitest'
import { disablePerson } from '@/domain/people/commands'
import { setPassword } from '@/domain/people/password-commands'
import { findSession } from '@/domain/people/sessions'
import { signIn } from '@/domain/people/sign-in'
import { COMMAND_LINE } from '@/domain/permissions'
import { db } from '@/lib/db'
import { PASSWORD, somebody } from '@/tests/support/people'
import { refusalOf } from '@/tests/support/refusal'

const HERE = { address: '192.0.2.1', userAgent: 'Test' }

beforeEach(async () => {
  await db.rateLimit.deleteMany()
})

test('the right password begins a session that names its person', async () => {
  const { email, id, name, role } = await somebody('editor')
  const key = await signIn({ email: ` ${email.toUpperCase()} `, password: PASSWORD, ...HERE })
  expect(key && (await findSession(key))?.actor).toEqual({ id, name, role })
})

test('the secret of a session is stored hashed', async () => {
  const { email } = await somebody()
  const key = await signIn({ email, password: PASSWORD, ...HERE })
  const rows = await db.session.findMany()
  expect(JSON.stringify(rows)).not.toContain(key?.secret)
})

test('a wrong password, an unknown and a disabled person get the same answer', async () => {
  const [wrong, disabled] = [await somebody(), await somebody()]
  await disablePerson(COMMAND_LINE, disabled.id)
  expect(await signIn({ email: wrong.email, password: 'not the password', ...HERE })).toBeNull()
  expect(await signIn({ email: disabled.email, password: PASSWORD, ...HERE })).toBeNull()
  expect(await signIn({ email: 'nobody@example.org', password: PASSWORD, ...HERE })).toBeNull()
})

test('an unknown person takes as long as a wrong password', async () => {
  const { email } = await somebody()
  const [known, unknown]: [number[], number[]] = [[], []]
  // In turns, and the quickest of each: a busy machine slows both.
  for (let round = 0; round < 6; round++) {
    known.push(await timeOf(email, round))
    unknown.push(await timeOf('nobody@example.org', round))
  }
  const ratio = Math.min(...unknown) / Math.min(...known)
  expect(ratio).toBeGreaterThan(0.6)
  expect(ratio).toBeLessThan(1.7)
})

test('the sixth wrong password is refused with the time to wait, and so is the right one then', async () => {
  const { email } = await somebody()
  for (let count = 1; count <= 5; count++) {
    expect(await signIn({ email, password: `wrong number ${count}`, ...HERE })).toBeNull()
  }
  const sixth = await refusalOf(signIn({ email, password: 'wrong number 6', ...HERE }))
  expect(sixth).toMatchObject({ code: 'too-many', details: { retryAfterSeconds: 900 } })
  expect((await refusalOf(signIn({ email, password: PASSWORD, ...HERE }))).code).toBe('too-many')
})

test('elsewhere the person can still sign in', async () => {
  const { email } = await somebody()
  for (let count = 1; count <= 6; count++) {
    await signIn({ email, password: 'not the password', ...HERE }).catch(() => null)
  }
  expect(await signIn({ email, password: PASSWORD, ...HERE, address: '192.0.2.2' })).not.toBeNull()
})

test('of 50 guesses at once 5 are looked at', async () => {
  const { email } = await somebody()
  const answers = await Promise.allSettled(
    Array.from({ length: 50 }, (_, number) => signIn({ email, password: `guess number ${number}`, ...HERE })),
  )
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(5)
})

test('the wait doubles', async () => {
  const { email } = await somebody()
  const waits: (number | undefined)[] = []
  for (let round = 1; round <= 3; round++) {
    for (let count = 1; count <= 5; count++) await signIn({ email, password: 'not the password', ...HERE })
    const refusal = await refusalOf(signIn({ email, password: 'not the password', ...HERE }))
    waits.push(refusal.details.retryAfterSeconds)
    await db.rateLimit.updateMany({ where: { key: { startsWith: 'sign-in:' } }, data: { expire: 1n } })
    await db.rateLimit.deleteMany({ where: { key: { startsWith: 'sign-in-address:' } } })
  }
  expect(waits).toEqual([900, 1_800, 3_600])
})

test('one address may try 30 times, whoever it tries', async () => {
  const tries = Array.from({ length: 31 }, (_, number) =>
    signIn({ email: `somebody-${number}@example.org`, password: 'whatever it is', ...HERE }),
  )
  const answers = await Promise.allSettled(tries)
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(30)
})

test('the addresses of one IPv6 customer count as one', async () => {
  const { email } = await somebody()
  for (let host = 1; host <= 5; host++) {
    await signIn({ email, password: 'not the password', userAgent: null, address: `2001:db8::${host}` })
  }
  const sixth = signIn({ email, password: PASSWORD, userAgent: null, address: '2001:db8:0:0:ffff::1' })
  expect((await refusalOf(sixth)).code).toBe('too-many')
})

test('a right password forgives the wrong ones before it', async () => {
  const { email } = await somebody()
  for (let round = 1; round <= 2; round++) {
    for (let count = 1; count <= 4; count++) await signIn({ email, password: 'not the password', ...HERE })
    expect(await signIn({ email, password: PASSWORD, ...HERE })).not.toBeNull()
  }
})

test('a password with NUL or of a megabyte is only wrong', async () => {
  const { email } = await somebody()
  expect(await signIn({ email, password: `${PASSWORD}\u0000`, ...HERE })).toBeNull()
  expect(await signIn({ email, password: 'x'.repeat(1_000_000), ...HERE })).toBeNull()
  expect(await signIn({ email: `${email}\u0000\ud800`, password: PASSWORD, ...HERE })).toBeNull()
})

test('a password set meanwhile is the only one that works', async () => {
  const { email, id } = await somebody()
  await setPassword(COMMAND_LINE, { id, password: 'quiet marble engine' })
  expect(await signIn({ email, password: PASSWORD, ...HERE })).toBeNull()
  expect(await signIn({ email, password: 'quiet marble engine', ...HERE })).not.toBeNull()
})

async function timeOf(email: string, round: number) {
  const since = performance.now()
  await signIn({ email, password: 'not the password', userAgent: null, address: `198.51.100.${round}` })
  return performance.now() - since
}
