import { beforeEach, expect, test, vi } from 'vitest'
import { runCommand } from '@/cli/run-command'
import { signIn } from '@/domain/people/sign-in'
import { db } from '@/lib/db'
import { PASSWORD, somebody } from '@/tests/support/people'
import { refusalOf } from '@/tests/support/refusal'

const HERE = { address: '192.0.2.1', userAgent: null }
let said: string[] = []

beforeEach(() => {
  said = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  // What the database says while it is opened goes to standard error.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

test('user create makes somebody who can sign in with the password it prints', async () => {
  await runCommand(['user', 'create', 'Ann@example.org', '--name', 'Ann', '--role', 'author'])
  const password = said.find((line) => line.startsWith('Password: '))?.slice('Password: '.length) ?? ''
  expect(await signIn({ email: 'ann@example.org', password, ...HERE })).not.toBeNull()
})

test('user list shows everybody with role and state', async () => {
  const { email } = await somebody('editor')
  await runCommand(['user', 'list'])
  expect(said).toContain(`${email}\teditor\tactive\tA editor`)
})

test('user password sets a new one and ends every session', async () => {
  const { email, id } = await somebody()
  await signIn({ email, password: PASSWORD, ...HERE })
  await runCommand(['user', 'password', email, '--password', 'quiet marble engine'])
  expect(await db.session.count({ where: { personId: id } })).toBe(0)
  expect(await signIn({ email, password: 'quiet marble engine', ...HERE })).not.toBeNull()
})

test('user disable locks out, user enable lets in again', async () => {
  const { email } = await somebody()
  await runCommand(['user', 'disable', email])
  expect(await signIn({ email, password: PASSWORD, ...HERE })).toBeNull()
  await runCommand(['user', 'enable', email])
  expect(await signIn({ email, password: PASSWORD, ...HERE })).not.toBeNull()
})

test.each([
  [['nothing'], 'invalid', 'There is no command "nothing"'],
  [['user'], 'invalid', 'Say one of'],
  [['user', 'constructor'], 'invalid', 'Say one of'],
  [['user', 'create', 'no-address', '--name', 'A', '--role', 'author'], 'invalid', 'not an e-mail address'],
  [['user', 'create', 'a@example.org', '--name', 'A', '--role', 'king'], 'invalid', 'Choose a role'],
  [['user', 'create', 'a@example.org', '--role', 'author'], 'invalid', 'The name is missing'],
  [['user', 'list', '--all'], 'invalid', "Unknown option '--all'"],
  [['user', 'disable', 'nobody@example.org'], 'not-found', 'Nobody has the e-mail address'],
] as const)('octavo %j is refused: %s', async (args, code, sentence) => {
  const refusal = await refusalOf(runCommand([...args]))
  expect(refusal.code).toBe(code)
  expect(refusal.message).toContain(sentence)
})
