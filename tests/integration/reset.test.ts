import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { disablePerson } from '@/domain/people/commands'
import { completeReset, requestReset } from '@/domain/people/reset'
import { resetRequest } from '@/domain/people/schema'
import { findSession } from '@/domain/people/sessions'
import { signIn } from '@/domain/people/sign-in'
import { COMMAND_LINE } from '@/domain/permissions'
import { db } from '@/lib/db'
import { startWorker } from '@/server/worker'
import { PASSWORD, somebody } from '@/tests/support/people'
import { openPostOffice } from '@/tests/support/post-office'
import { refusalOf } from '@/tests/support/refusal'

const ADDRESS = '192.0.2.1'
const HERE = { address: ADDRESS, userAgent: null }
const NEW = 'quiet marble engine'

const office = await openPostOffice()
let worker: Awaited<ReturnType<typeof startWorker>>

beforeAll(async () => {
  process.env.SMTP_URL = office.url
  process.env.SITE_URL = 'https://blog.example.org'
  worker = await startWorker(process.env.DATABASE_URL ?? '')
})

afterAll(async () => {
  await worker.stop()
  await office.close()
})

beforeEach(async () => {
  await db.rateLimit.deleteMany()
})

async function linkFor(email: string) {
  await requestReset({ email, address: ADDRESS })
  const letter = await office.next()
  const token = /https:\/\/blog\.example\.org\/reset\/([\w-]+)/.exec(letter.text ?? '')?.[1]
  if (token === undefined) throw new Error(`No link in: ${letter.text}`)
  return { letter, token }
}

async function waitUntilNoJobs() {
  await expect
    .poll(() => db.$queryRaw`SELECT count(*)::int AS waiting FROM graphile_worker.jobs`, { timeout: 10_000 })
    .toEqual([{ waiting: 0 }])
}

test('the letter is plain text, from the site, to the person, with a link of the configured address', async () => {
  const { email } = await somebody()
  const { letter } = await linkFor(email)
  expect(letter.subject).toBe('New password for Octavo')
  expect(letter.from?.value).toEqual([{ name: 'Octavo', address: 'octavo@blog.example.org' }])
  expect([letter.to].flat()[0]?.text).toBe(email)
  expect(letter.html).toBe(false)
})

test('the link sets a new password once and ends every sign-in', async () => {
  const { email } = await somebody()
  const key = await signIn({ email, password: PASSWORD, ...HERE })
  const { token } = await linkFor(email)
  await completeReset({ token, password: NEW, address: ADDRESS })
  expect(key && (await findSession(key))).toBeNull()
  expect(await signIn({ email, password: PASSWORD, ...HERE })).toBeNull()
  expect(await signIn({ email, password: NEW, ...HERE })).not.toBeNull()
  expect((await refusalOf(completeReset({ token, password: NEW, address: ADDRESS }))).code).toBe('not-found')
})

test('the link works once, also 20 times at once', async () => {
  const { token } = await linkFor((await somebody()).email)
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, () => completeReset({ token, password: NEW, address: ADDRESS })),
  )
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
})

test('an unknown address and a disabled person get the same answer and no letter', async () => {
  const { id, email } = await somebody()
  await disablePerson(COMMAND_LINE, id)
  const answers = [
    await requestReset({ email: 'nobody@example.org', address: ADDRESS }),
    await requestReset({ email, address: ADDRESS }),
  ]
  expect(answers).toEqual([undefined, undefined])
  await waitUntilNoJobs()
  expect(office.letters).toEqual([])
})

test('the sixth request of an hour is refused', async () => {
  for (let count = 1; count <= 5; count++) {
    await requestReset({ email: `nobody-${count}@example.org`, address: ADDRESS })
  }
  const refusal = await refusalOf(requestReset({ email: 'nobody-6@example.org', address: ADDRESS }))
  expect(refusal.code).toBe('too-many')
})

test('what waits in the queue holds no link', async () => {
  const { email } = await somebody()
  const { token } = await linkFor(email)
  const jobs = await db.$queryRaw`SELECT payload FROM graphile_worker._private_jobs`
  expect(JSON.stringify(jobs)).not.toContain(token)
})

test.each(['a@b', 'a@b.org\nBcc: c@d.org', 'a@b.org, c@d.org', '', 'x'.repeat(300)])(
  '%j is no address',
  (email) => {
    expect(resetRequest.safeParse({ email }).success).toBe(false)
  },
)

test('without a mail server the reset says so', async () => {
  delete process.env.SMTP_URL
  const refusal = await refusalOf(requestReset({ email: 'nobody@example.org', address: ADDRESS }))
  process.env.SMTP_URL = office.url
  expect(refusal.code).toBe('unavailable')
})
