import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { refusedBy } from '@/app/_http/refused'
import { describeMedia } from '@/domain/media/commands'
import { mediaDescription } from '@/domain/media/schema'
import { changePerson, createPerson } from '@/domain/people/commands'
import { changePassword, setPassword } from '@/domain/people/password-commands'
import { newPerson, ownPasswordChange, passwordSetting, personChange } from '@/domain/people/schema'
import type { SignedIn } from '@/domain/permissions'
import { actOnPosts } from '@/domain/posts/bulk'
import { createPost, savePost } from '@/domain/posts/commands'
import { expirePost, schedulePost } from '@/domain/posts/publish'
import { bulkInput, expiryInput, saveInput, scheduleInput } from '@/domain/posts/schema'
import { changeSettings } from '@/domain/settings/commands'
import { settingsInput } from '@/domain/settings/schema'
import { changeTag, mergeTags } from '@/domain/tags/commands'
import { tagChange, tagMerge } from '@/domain/tags/schema'
import type { Refused } from '@/lib/answer'
import { PASSWORD, somebody } from '@/tests/support/people'
import { contentWith } from '@/tests/support/posts'
import { newTag, pictureOf, traceOf } from '@/tests/support/roles'

const long = (length: number) => 'x'.repeat(length + 1)
/** What is no text: JSON that strangers send, and what a form can never hold. */
const NO_TEXT = [7, null, {}, ['a'], true]
const NO_OPTIONAL_TEXT = [7, {}, ['a'], true]
const NO_SWITCH = ['yes', 1, null, 'true']
const NO_ADDRESS = ['javascript:alert(1)', 'a b', '//evil.example', long(2_000), ...NO_OPTIONAL_TEXT]
const NO_ID = ['', '1', '../1', 7, null, "'; DROP TABLE post; --"]
const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const OTHER = '00000000-0000-4000-8000-000000000001'

let owner: SignedIn
let contributor: SignedIn
let post: { id: string; version: number; slug: string }
let foreign: { id: string; version: number }
let [tag, picture, person] = ['', '', '']

beforeAll(async () => {
  owner = await somebody('owner')
  contributor = await somebody('contributor')
  post = await createPost(owner, contentWith({ title: 'As it was' }))
  foreign = await createPost(owner, contentWith({ title: 'Of somebody else' }))
  tag = await newTag()
  picture = await pictureOf(owner)
  person = (await somebody()).id
})

type Answered = Refused | { ok: true }
async function answerOf<Input>(
  schema: z.ZodType<Input>,
  input: unknown,
  command: (input: Input) => Promise<unknown>,
): Promise<Answered> {
  try {
    await command(schema.parse(input))
    return { ok: true }
  } catch (error) {
    return refusedBy(error)
  }
}

const content = () => contentWith({ title: 'As it was', slug: post.slug })
const save = (part: object) =>
  answerOf(saveInput, { id: post.id, version: 1, content: { ...content(), ...part } }, (it) =>
    savePost(owner, it),
  )
const schedule = (part: object) =>
  answerOf(scheduleInput, { ...post, date: new Date('2199-01-01'), zone: 'UTC', ...part }, (it) =>
    schedulePost(owner, it),
  )
const expire = (part: object) =>
  answerOf(expiryInput, { id: post.id, expiresAt: null, ...part }, (it) => expirePost(owner, it))
const bulk = (part: object) =>
  answerOf(bulkInput, { act: 'tag', ids: [post.id], names: ['A'], ...part }, (it) => actOnPosts(owner, it))
const add = (part: object) =>
  answerOf(
    newPerson,
    { name: 'New', email: `${randomUUID()}@example.org`, role: 'author', password: PASSWORD, ...part },
    (it) => createPerson(owner, it),
  )
const change = (part: object) =>
  answerOf(personChange, { id: person, ...part }, (it) => changePerson(owner, it))
const choosePassword = (part: object) =>
  answerOf(passwordSetting, { id: person, password: `${PASSWORD} 2`, ...part }, (it) =>
    setPassword(owner, it),
  )
const ownPassword = (part: object) =>
  answerOf(ownPasswordChange, { current: PASSWORD, password: `${PASSWORD} 2`, ...part }, (it) =>
    changePassword(owner, { ...it, address: '127.0.0.1' }),
  )
const site = {
  title: 'T', description: '', language: 'en', timeZone: 'UTC', accent: '#000000', postsPerPage: 5, postsPerFeed: 20,
  feedContent: 'whole', securityContact: '',
} // prettier-ignore
const settings = (part: object) =>
  answerOf(settingsInput, { ...site, ...part }, (it) => changeSettings(owner, it))
const rename = (part: object) =>
  answerOf(tagChange, { id: tag, name: 'Fine', description: '', ...part }, (it) => changeTag(owner, it))
const merge = (part: object) =>
  answerOf(tagMerge, { from: tag, into: UNKNOWN, ...part }, (it) => mergeTags(owner, it))
const describe = (part: object) =>
  answerOf(mediaDescription, { id: picture, alt: 'Fine', ...part }, (it) => describeMedia(owner, it))

/** Each form, each of its fields, and everything that must not get through it. */
const FORMS: [string, (part: object) => Promise<Answered>, Record<string, unknown[]>][] = [
  ['a post', save, {
    title: [long(1_000), 'a\u0000b', ...NO_TEXT], subtitle: [long(1_000), '\u0007', ...NO_OPTIONAL_TEXT],
    description: [long(5_000), '\u0001', ...NO_OPTIONAL_TEXT], slug: [long(200), 'a/b', 'a b', '..', 'a\u202eb', ...NO_TEXT],
    body: [long(4_000_000), ...NO_TEXT], tags: [[long(100)], ['\u0001'], [7], 'a', null, Array(1_001).fill('a')],
    series: [[{ name: long(100), position: null }], [{ name: 'a', position: -1 }], [{ name: 'a', position: 'x' }], ['a'], null],
    bylineIds: [[UNKNOWN], ['x'], Array(51).fill(UNKNOWN), null], featuredImage: NO_ADDRESS, thumbnail: NO_ADDRESS, audio: NO_ADDRESS,
    canonicalUrl: NO_ADDRESS, featuredImageAlt: [long(1_000), ...NO_OPTIONAL_TEXT], comments: NO_SWITCH, toc: NO_SWITCH,
    noindex: NO_SWITCH, math: ['triple', 7, null], kind: ['tweet', 7, null],
  }],
  ['a schedule', schedule, { id: [...NO_ID, UNKNOWN], version: [-1, 1.5, 'x', null], date: ['2199-01-01', new Date('x'), new Date('1066-10-14'), null], zone: ['Europe/Atlantis', '', 7, null] }],
  ['an expiry', expire, { id: [...NO_ID, UNKNOWN], expiresAt: ['tomorrow', new Date('x'), new Date('9999-01-01')] }],
  ['many posts', bulk, { act: ['burn', '', null], ids: [[], ['x'], 'x', null, Array(201).fill(UNKNOWN)], names: [[], [''], [long(100)], ['\u0001'], Array(51).fill('a'), null] }],
  ['a new person', add, { name: ['', '  ', long(100), ...NO_TEXT], email: ['', 'x', 'x@', `${long(254)}@example.org`, ...NO_TEXT], role: ['king', '', null], password: ['', 'short', long(1_024), 7] }],
  ['a person', change, { id: [...NO_ID, UNKNOWN], name: ['', long(100), 7, null], bio: [long(2_000), 7], url: ['javascript:alert(1)', 'x', long(2_000), 7], role: ['king', 7, null] }],
  ['a password of somebody', choosePassword, { id: [...NO_ID, UNKNOWN], password: ['', 'short', long(1_024), ...NO_TEXT] }],
  ['an own password', ownPassword, { current: ['', 'wrong password here', long(1_024), ...NO_TEXT], password: ['', 'short', long(1_024), ...NO_TEXT] }],
  ['the settings', settings, {
    title: ['', ' ', long(200), ...NO_TEXT], description: [long(500), ...NO_TEXT], language: ['', 'english', '../en', ...NO_TEXT],
    timeZone: ['Europe/Atlantis', '', ...NO_TEXT], accent: ['red', '#fff', 'url(x)', ...NO_TEXT], postsPerPage: [0, 101, 1.5, 'many', {}],
    postsPerFeed: [0, 201, 1.5, 'many', {}], feedContent: ['some', '', null], securityContact: ['x', 'javascript:x', long(200), 7, null],
  }],
  ['a tag', rename, { id: [...NO_ID, UNKNOWN], name: ['', ' ', long(100), ...NO_TEXT], description: [long(1_000), ...NO_TEXT] }],
  ['two tags', merge, { from: [...NO_ID, OTHER], into: [...NO_ID, UNKNOWN] }],
  ['a file', describe, { id: [...NO_ID, UNKNOWN], alt: [long(1_000), ...NO_TEXT] }],
] // prettier-ignore

const CASES = FORMS.flatMap(([form, send, fields]) =>
  Object.entries(fields).map(([field, values]) => [form, field, send, values] as const),
)

test.each(CASES)(
  '%s, %s: what does not belong there is named, and nothing is saved',
  async (_form, field, send, values) => {
    for (const value of values) {
      const before = await traceOf(post.id)
      const answer = await send({ [field]: value })
      const told = JSON.stringify(value)?.slice(0, 60) ?? String(value)
      if (answer.ok) throw new Error(`${told} got through`)
      // An id that fits nothing needs no field: there is no other thing in the form it could be about.
      if (answer.code === 'invalid') expect([told, answer.field ?? field]).toEqual([told, field])
      else expect(['not-found', 'forbidden', 'conflict']).toContain(answer.code)
      expect(answer.sentence).toMatch(/^[A-Z“].+\.$/)
      expect(answer.sentence).not.toMatch(/^(Invalid|Too |Expected|Unrecognized)|received|undefined|NaN/)
      expect(await traceOf(post.id)).toEqual({ ...before, tags: expect.any(Number) })
    }
  },
)

test('what is there stays as it was', async () => {
  expect((await traceOf(post.id)).post).toMatchObject({ version: 1, draft: true, expiresAt: null })
})

test('what belongs to somebody else is refused without being told', async () => {
  const input = { id: foreign.id, version: 1, content: contentWith({ title: 'Taken over' }) }
  const before = await traceOf(foreign.id)
  const saved = await answerOf(saveInput, input, (it) => savePost(contributor, it))
  const described = await answerOf(mediaDescription, { id: picture, alt: 'Mine' }, (it) =>
    describeMedia(contributor, it),
  )
  for (const answer of [saved, described])
    expect(answer).toEqual({ ok: false, code: 'forbidden', sentence: 'You are not allowed to do this.' })
  expect(await traceOf(foreign.id)).toEqual(before)
})

test('a form that is no form at all is refused', async () => {
  for (const input of [null, undefined, 7, 'x', [], new Map()])
    for (const schema of [saveInput, bulkInput, newPerson, settingsInput, tagChange, mediaDescription])
      expect(await answerOf<unknown>(schema, input, async () => undefined)).toMatchObject({
        ok: false,
        code: 'invalid',
      })
})
