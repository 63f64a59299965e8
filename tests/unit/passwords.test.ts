import { expect, test } from 'vitest'
import { hashNewPassword, isPassword } from '@/domain/people/passwords'
import { refusalOf } from '@/tests/support/refusal'

const GOOD = 'violet tractor harvest moon'

test.each([
  '12345678', '123456789012'.slice(0, 11), 'password', 'Password1!', 'P@ssw0rd', 'passw0rd2024', 'qwertyuiop', 'QWERTY123', 'qwertz12',
  'iloveyou', 'ILoveYou2', 'sunshine1', 'letmein!!', 'welcome123', 'aaaaaaaa', 'abcabcabc', 'abcdefgh', 'hgfedcba', '1q2w3e4r',
  'asdfghjkl', 'football!', 'dragon2000', '19.04.1985', 'admin123', '!!!!!!!!', 'changeme', 'Trustno1', 'm0nkey123', '        ',
])('%j is refused as one that attackers try early', async (password) => {
  expect(await refusalOf(hashNewPassword(password))).toMatchObject({ code: 'invalid', details: { field: 'password' } })
}) // prettier-ignore

test.each(['olga.meier', 'Olga Meier', 'olgameier1', 'Meier2026!', 'example1'])(
  'the person’s own name or address is no password: %s',
  async (password) => {
    const work = hashNewPassword(password, ['Olga Meier', 'olga.meier@example.org'])
    expect((await refusalOf(work)).code).toBe('invalid')
  },
)

test.each([
  GOOD,
  'correct horse battery staple',
  'xK9#vQ2p',
  'пароль-и-мост',
  '密碼密碼七十二',
  'Tr0ub4dor&3x',
  '🦊🐢🌙🚲',
])('%s is accepted', async (password) => {
  const hash = await hashNewPassword(password, ['Olga Meier', 'olga@example.org'])
  expect(await isPassword(password, hash)).toBe(true)
  expect(await isPassword(`${password} `, hash)).toBe(false)
})

test.each([
  [7, false], [8, true], [1_024, true], [1_025, false],
] as const)('a password of %i bytes is accepted: %s', async (bytes, accepted) => {
  const password = 'kV7pq2xTz9w'.repeat(100).slice(0, bytes)
  const outcome = await hashNewPassword(password).then(() => true, () => false)
  expect(outcome).toBe(accepted)
}) // prettier-ignore

test('the hash is argon2id with at least 19 MiB and two passes', async () => {
  expect(await hashNewPassword(GOOD)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('one password typed with composed and with combined letters is one password', async () => {
  const hash = await hashNewPassword('Zürich-Brücke-Öl'.normalize('NFC'))
  expect(await isPassword('Zürich-Brücke-Öl'.normalize('NFD'), hash)).toBe(true)
})

test('where there is no hash, nothing is right', async () => {
  expect(await isPassword(GOOD, null)).toBe(false)
  expect(await isPassword('', null)).toBe(false)
})
