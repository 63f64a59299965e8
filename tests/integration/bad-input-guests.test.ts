import { beforeAll, beforeEach, expect, test } from 'vitest'
import { refusedBy } from '@/app/_http/refused'
import { completeReset, requestReset } from '@/domain/people/reset'
import { credentials, resetForm, resetRequest, setupForm } from '@/domain/people/schema'
import { completeSetup, createSetupLink, setupIsOpen } from '@/domain/people/setup'
import { signIn } from '@/domain/people/sign-in'
import { createToken, isTokenOpen } from '@/domain/people/tokens'
import { db, transaction } from '@/lib/db'
import { PASSWORD, somebody } from '@/tests/support/people'

const HERE = { address: '192.0.2.1', userAgent: null }
const long = (length: number) => 'x'.repeat(length + 1)
const NO_TEXT = [7, null, {}, ['a'], true]
const NO_EMAIL = ['', ' ', 'x', 'x@', '@x.org', 'a b@example.org', 'a\u0000@example.org', `${long(254)}@example.org`, ...NO_TEXT] // prettier-ignore
const NO_PASSWORD = ['', 'short', '       ', 'password1', long(1_024), ...NO_TEXT]
const NO_TOKEN = ['', 'not-a-link', "'; DROP TABLE token; --", '\u0000', long(200), ...NO_TEXT]

let [email, setup, reset] = ['', '', '']

beforeAll(async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:9'
  const person = await somebody('author')
  email = person.email
  setup = await createSetupLink()
  reset = await transaction((tx) => createToken(tx, { purpose: 'reset', personId: person.id, minutes: 60 }))
})

beforeEach(async () => {
  await db.rateLimit.deleteMany()
})

const setUp = (part: object) =>
  setupForm
    .parseAsync({ name: 'Olga', email: 'olga@example.org', password: PASSWORD, token: setup, ...part })
    .then((it) => completeSetup({ ...it, ...HERE }))
const ask = (part: object) =>
  resetRequest.parseAsync({ email, ...part }).then((it) => requestReset({ ...it, ...HERE }))
const choose = (part: object) =>
  resetForm
    .parseAsync({ token: reset, password: `${PASSWORD} 2`, ...part })
    .then((it) => completeReset({ ...it, ...HERE }))

/** The forms that nobody is signed in for, each of their fields, and everything that must not get through. */
const CASES: [string, string, (part: object) => Promise<unknown>, unknown[]][] = [
  ['setup', 'name', setUp, ['', '  ', '\u0000', long(100), ...NO_TEXT]],
  ['setup', 'email', setUp, NO_EMAIL],
  ['setup', 'password', setUp, [...NO_PASSWORD, 'olga@example.org']],
  ['setup', 'token', setUp, NO_TOKEN],
  ['a request for a new password', 'email', ask, NO_EMAIL],
  ['a new password', 'password', choose, NO_PASSWORD],
  ['a new password', 'token', choose, NO_TOKEN],
]

async function trace() {
  const people = await db.person.findMany({ select: { email: true, passwordHash: true } })
  const jobs = await db.$queryRaw`SELECT count(*)::int FROM graphile_worker.jobs`
  const open = [await isTokenOpen('setup', setup), await isTokenOpen('reset', reset), await setupIsOpen()]
  return { people, jobs, open, sessions: await db.session.count() }
}

test.each(CASES)(
  '%s, %s: what does not belong there is named, and nothing is saved',
  async (_form, field, send, values) => {
    const before = await trace()
    expect(before.open).toEqual([true, true, true])
    for (const value of values) {
      await db.rateLimit.deleteMany()
      const told = JSON.stringify(value)?.slice(0, 60) ?? String(value)
      const answer = await send({ [field]: value }).then(
        () => Promise.reject(new Error(`${told} got through`)),
        refusedBy,
      )
      // A link that leads nowhere has no field to mend.
      if (answer.code === 'not-found') expect(field).toBe('token')
      else expect([told, answer.code, answer.field]).toEqual([told, 'invalid', field])
      expect(answer.sentence).toMatch(/^[A-Z].+\.$/)
      expect(answer.sentence).not.toMatch(/^(Invalid|Too |Expected|Unrecognized)|received|undefined|NaN/)
    }
    expect(await trace()).toEqual(before)
  },
)

test('whatever is sent to sign in, it is wrong or refused, and no session begins', async () => {
  const values = ['', '\u0000', '\ud800', "' OR 1=1; --", long(254), long(1_000), long(4_000), ...NO_TEXT]
  const before = await trace()
  for (const field of ['email', 'password'])
    for (const value of values) {
      await db.rateLimit.deleteMany()
      const input = credentials.safeParse({ email, password: PASSWORD, [field]: value })
      if (input.success) expect(await signIn({ ...input.data, ...HERE })).toBeNull()
    }
  expect(await trace()).toEqual(before)
})

test('every one of these forms works with what belongs there', async () => {
  await ask({})
  await choose({})
  await setUp({})
  expect((await trace()).open).toEqual([false, false, false])
})
