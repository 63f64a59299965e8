import { expect, test } from 'vitest'
import { changePerson, createPerson, disablePerson, enablePerson } from '@/domain/people/commands'
import { findDeskPerson, listPeople } from '@/domain/people/desk'
import { changePassword, setPassword } from '@/domain/people/password-commands'
import { newPerson, personChange } from '@/domain/people/schema'
import { findSession } from '@/domain/people/sessions'
import { signIn } from '@/domain/people/sign-in'
import { COMMAND_LINE } from '@/domain/permissions'
import { db } from '@/lib/db'
import { PASSWORD, somebody } from '@/tests/support/people'
import { refusalOf } from '@/tests/support/refusal'

const HERE = { address: '192.0.2.7', userAgent: null }
const OTHER = 'quiet marble engine'

async function session(email: string) {
  const key = await signIn({ email, password: PASSWORD, ...HERE })
  if (key === null) throw new Error('Nobody signed in.')
  return key
}

async function removeOwners() {
  await db.person.updateMany({ where: { role: 'owner' }, data: { role: 'author' } })
}

test('people of one name get addresses of their own, also forty at once', async () => {
  const emails = Array.from({ length: 40 }, (_, number) => `twin-${number}@example.org`)
  await Promise.all(
    emails.map((email) =>
      createPerson(COMMAND_LINE, { name: 'A Twin', email, role: 'author', password: null }),
    ),
  )
  const twins = await db.person.findMany({ where: { name: 'A Twin' }, select: { slug: true } })
  expect(new Set(twins.map(({ slug }) => slug)).size).toBe(40)
})

test('one e-mail address is one person, also at once and in capitals', async () => {
  const input = newPerson.parse({ name: 'Ann', email: ' Ann@Example.org', role: 'author' })
  const answers = await Promise.allSettled([1, 2, 3].map(() => createPerson(COMMAND_LINE, input)))
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  const refusal = await refusalOf(createPerson(COMMAND_LINE, input))
  expect(refusal).toMatchObject({ code: 'conflict', details: { field: 'email' } })
})

test.each(['editor', 'author', 'contributor'] as const)(
  '%s may not add, disable or rule others',
  async (role) => {
    const [actor, other] = [await somebody(role), await somebody('author')]
    const input = newPerson.parse({ name: 'New', email: 'new@example.org', role: 'owner' })
    const refusals = await Promise.all([
      refusalOf(createPerson(actor, input)),
      refusalOf(disablePerson(actor, other.id)),
      refusalOf(enablePerson(actor, other.id)),
      refusalOf(setPassword(actor, { id: other.id, password: OTHER })),
      refusalOf(changePerson(actor, { id: other.id, name: 'Mallory' })),
      refusalOf(changePerson(actor, { id: actor.id, role: 'owner' })),
      refusalOf(findDeskPerson(actor, other.id)),
    ])
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['forbidden']))
  },
)

test('everybody changes their own name and biography', async () => {
  const actor = await somebody('contributor')
  await changePerson(actor, { id: actor.id, name: 'New Name', bio: 'Writes.', url: null })
  const [person] = await db.person.findMany({ where: { id: actor.id } })
  expect(person).toMatchObject({ name: 'New Name', bio: 'Writes.', role: 'contributor' })
})

test('what the form leaves out stays as it is', async () => {
  const actor = await somebody()
  await changePerson(actor, { id: actor.id, bio: 'Writes.' })
  await changePerson(actor, personChange.parse({ id: actor.id, name: 'Else' }))
  expect(await db.person.findUnique({ where: { id: actor.id } })).toMatchObject({
    bio: 'Writes.',
    name: 'Else',
  })
})

test('fields that no form offers are ignored', () => {
  const change = personChange.parse({
    id: crypto.randomUUID(),
    name: 'A',
    passwordHash: 'x',
    email: 'x@y.org',
  })
  expect(Object.keys(change).sort()).toEqual(['id', 'name'])
})

test('the list for editors holds no hash', async () => {
  const actor = await somebody('editor')
  expect(JSON.stringify(await listPeople(actor))).not.toContain('argon2')
  expect((await refusalOf(listPeople(await somebody('author')))).code).toBe('forbidden')
})

test('a disabled person is out at once and comes back with a new sign-in only', async () => {
  const person = await somebody()
  const key = await session(person.email)
  await disablePerson(COMMAND_LINE, person.id)
  expect(await findSession(key)).toBeNull()
  await enablePerson(COMMAND_LINE, person.id)
  expect(await findSession(key)).toBeNull()
  expect(await findSession(await session(person.email))).not.toBeNull()
})

test('a new role ends the sign-ins made with the old one', async () => {
  const person = await somebody('editor')
  const key = await session(person.email)
  await changePerson(COMMAND_LINE, { id: person.id, role: 'editor', name: 'Same role' })
  expect(await findSession(key)).not.toBeNull()
  await changePerson(COMMAND_LINE, { id: person.id, role: 'contributor' })
  expect(await findSession(key)).toBeNull()
})

test('changing one’s password takes the current one and signs out everywhere', async () => {
  const person = await somebody()
  const [here, there] = [await session(person.email), await session(person.email)]
  const wrong = changePassword(person, { current: OTHER, password: OTHER, address: '192.0.2.8' })
  expect(await refusalOf(wrong)).toMatchObject({ code: 'invalid', details: { field: 'current' } })
  expect(await findSession(here)).not.toBeNull()
  await changePassword(person, { current: PASSWORD, password: OTHER, address: '192.0.2.8' })
  expect([await findSession(here), await findSession(there)]).toEqual([null, null])
  expect(await signIn({ email: person.email, password: OTHER, ...HERE })).not.toBeNull()
})

test('the current password cannot be guessed in a stolen session', async () => {
  const person = await somebody()
  const guess = (current: string) =>
    changePassword(person, { current, password: OTHER, address: '192.0.2.9' })
  for (let count = 1; count <= 5; count++) await refusalOf(guess(`guess number ${count}`))
  expect((await refusalOf(guess(PASSWORD))).code).toBe('too-many')
})

test('of two changes with the same current password one holds', async () => {
  const person = await somebody()
  const answers = await Promise.allSettled(
    ['quiet marble engine', 'purple bicycle cloud'].map((password, number) =>
      changePassword(person, { current: PASSWORD, password, address: `192.0.2.${20 + number}` }),
    ),
  )
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
})

test('the last owner can be neither demoted nor disabled', async () => {
  await removeOwners()
  const owner = await somebody('owner')
  expect((await refusalOf(disablePerson(owner, owner.id))).code).toBe('conflict')
  expect((await refusalOf(changePerson(owner, { id: owner.id, role: 'editor' }))).code).toBe('conflict')
})

test('a disabled or passwordless owner does not count as one', async () => {
  await removeOwners()
  const [owner, second] = [await somebody('owner'), await somebody('owner')]
  await createPerson(COMMAND_LINE, {
    name: 'No way in',
    email: 'no-way@example.org',
    role: 'owner',
    password: null,
  })
  await disablePerson(owner, second.id)
  expect((await refusalOf(disablePerson(owner, owner.id))).code).toBe('conflict')
})

test('owners who remove each other at once leave one behind', async () => {
  await removeOwners()
  const owners = await Promise.all(Array.from({ length: 6 }, () => somebody('owner')))
  await Promise.allSettled(
    owners.map((owner, number) =>
      number % 2 === 0
        ? disablePerson(COMMAND_LINE, owner.id)
        : changePerson(COMMAND_LINE, { id: owner.id, role: 'author' }),
    ),
  )
  expect(await db.person.count({ where: { role: 'owner', disabledAt: null } })).toBe(1)
})

test('what happened to people is in the history', async () => {
  const person = await somebody()
  await session(person.email)
  await setPassword(COMMAND_LINE, { id: person.id, password: OTHER })
  await disablePerson(COMMAND_LINE, person.id)
  await enablePerson(COMMAND_LINE, person.id)
  const events = await db.event.findMany({
    where: { OR: [{ data: { path: ['person'], equals: person.id } }, { actorId: person.id }] },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ type }) => type)).toEqual([
    'person.created', 'session.started', 'session.ended', 'password.changed', 'person.disabled', 'person.enabled',
  ]) // prettier-ignore
  expect(
    JSON.stringify(events, (_, value: unknown) => (typeof value === 'bigint' ? null : value)),
  ).not.toContain(OTHER)
})
