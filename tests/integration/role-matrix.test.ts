import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ignoreFinding } from '@/domain/findings/commands'
import { checkPost } from '@/domain/findings/queries'
import { listLinksHere } from '@/domain/links/queries'
import { exportMarkdown } from '@/domain/export/markdown'
import { countExport } from '@/domain/export/plan'
import { closeRenderPool } from '@/domain/markdown/pool'
import { describeMedia, removeMedia } from '@/domain/media/commands'
import { countUses, listMedia } from '@/domain/media/library'
import { receiveMedia } from '@/domain/media/receive'
import { changePerson, createPerson, disablePerson, enablePerson } from '@/domain/people/commands'
import { findDeskPerson, getPersonId, listPeople } from '@/domain/people/desk'
import { setPassword } from '@/domain/people/password-commands'
import { ROLES } from '@/domain/people/person'
import type { SignedIn } from '@/domain/permissions'
import { createPost, duplicatePost, savePost } from '@/domain/posts/commands'
import { listDeskNames } from '@/domain/posts/desk-names'
import { getDeskPost, getDeskState, getStateAsSaved } from '@/domain/posts/desk-post'
import { findLinkTargets } from '@/domain/posts/link-targets'
import { changeLabels } from '@/domain/posts/labels'
import { pinPost } from '@/domain/posts/pin'
import { previewText } from '@/domain/posts/preview'
import { publishPost, schedulePost, submitPost, unpublishPost, updatePost } from '@/domain/posts/publish' // prettier-ignore
import { reopenPost } from '@/domain/posts/reopen'
import { returnPost } from '@/domain/posts/submission'
import { deletePost, restorePost, trashPost } from '@/domain/posts/trash'
import { getHealth, getTroubles } from '@/domain/schedule/health'
import { getPostReceipt } from '@/domain/schedule/post-receipt'
import { retryJob } from '@/domain/schedule/retry'
import { changeSettings } from '@/domain/settings/commands'
import { changeTag, deleteTag, mergeTags } from '@/domain/tags/commands'
import { listDeskTags } from '@/domain/tags/desk'
import { loadDemo, removeDemo } from '@/domain/transfer/demo'
import { PASSWORD, somebody } from '@/tests/support/people'
import { contentWith } from '@/tests/support/posts'
import { endLink, HISTORY_ROWS, openLinkOf } from '@/tests/support/history-rows'
import { type MadePost, newTag, outcomeOf, pictureOf, postOf, type PostState, SITE, squareBytes, traceOf, waitingJob, type Whose } from '@/tests/support/roles' // prettier-ignore
import { TIME_ACTS } from '@/tests/support/time-acts'
import { ON_TRANSFERS } from '@/tests/support/transfer-roles'

const ROOT = join(import.meta.dirname, '../..')
const LATER = new Date('2199-01-01T00:00:00Z')
let team: Record<SignedIn['role'], SignedIn>
let editor: SignedIn
let folder: string

beforeAll(async () => {
  const [owner, colleague, author, contributor] = await Promise.all(ROLES.map((role) => somebody(role)))
  if (!owner || !colleague || !author || !contributor) throw new Error('The team is not whole.')
  team = { owner, editor: colleague, author, contributor }
  editor = await somebody('editor')
  folder = await mkdtemp(join(tmpdir(), 'octavo-matrix-'))
  await writeFile(join(folder, 'a.md'), 'Text.')
})
afterAll(async () => {
  await closeRenderPool()
  await rm(folder, { recursive: true, force: true })
})

type OnPost = (actor: SignedIn, post: MadePost) => Promise<unknown>

const save: OnPost = (actor, post) => savePost(actor, { ...post, content: contentWith() })
const schedule: OnPost = (actor, post) => schedulePost(actor, { ...post, date: LATER, zone: 'UTC' })
const check: OnPost = (actor, post) => checkPost(actor, { ...post, at: null })
const ignore: OnPost = (actor, { id }) => ignoreFinding(actor, { id, key: 'description', ignored: true })
const update: OnPost = (actor, post) => updatePost(actor, { ...post, announce: true })
const tag: OnPost = (actor, { id }) => changeLabels(actor, { id, change: () => ({ tags: ['Matrix'] }) })
const reopen: OnPost = (actor, { id }) =>
  reopenPost(actor, { id, standing: { submittedAt: null, publications: [] } })
const pin: OnPost = (actor, { id }) => pinPost(actor, { id, pinned: true })

/** o = owner, e = editor, a = author, c = contributor: who may do it to an own post in this state, who to somebody else's. */
const ON_POSTS: [string, PostState, string, string, OnPost][] = [
  ['getDeskPost', 'draft', 'oeac', 'oe', byId(getDeskPost)],
  ['getDeskPost', 'live', 'oeac', 'oe', byId(getDeskPost)],
  ['getDeskPost', 'trashed', 'oeac', 'oe', byId(getDeskPost)],
  ['getPostReceipt', 'live', 'oeac', 'oe', byId(getPostReceipt)],
  ['getDeskState', 'draft', 'oeac', 'oe', byId(getDeskState)],
  ['getStateAsSaved', 'draft', 'oeac', 'oe', getStateAsSaved],
  ['checkPost', 'draft', 'oeac', 'oe', check],
  ['checkPost', 'live', 'oeac', 'oe', check],
  ['ignoreFinding', 'draft', 'oeac', 'oe', ignore],
  ['ignoreFinding', 'live', 'oea', 'oe', ignore],
  ['listLinksHere', 'live', 'oeac', 'oe', byId((actor, id) => listLinksHere(actor, [id]))],
  ['savePost', 'draft', 'oeac', 'oe', save],
  ['savePost', 'live', 'oea', 'oe', save],
  ['duplicatePost', 'draft', 'oeac', 'oe', byId(duplicatePost)],
  ['duplicatePost', 'live', 'oeac', 'oe', byId(duplicatePost)],
  ['publishPost', 'draft', 'oea', 'oe', publishPost],
  ['publishPost', 'live', 'oea', 'oe', publishPost],
  ['schedulePost', 'draft', 'oea', 'oe', schedule],
  ['schedulePost', 'live', 'oea', 'oe', schedule],
  ['updatePost', 'live', 'oea', 'oe', update],
  ['submitPost', 'draft', 'oeac', 'oe', submitPost],
  ['submitPost', 'live', '', '', submitPost],
  ['unpublishPost', 'live', 'oea', 'oe', byId(unpublishPost)],
  ...TIME_ACTS,
  ['pinPost', 'live', 'oea', 'oe', pin],
  ['changeLabels', 'draft', 'oeac', 'oe', tag],
  ['changeLabels', 'live', 'oea', 'oe', tag],
  ['reopenPost', 'draft', 'oeac', 'oe', reopen],
  ['reopenPost', 'live', '', '', reopen],
  ['returnPost', 'draft', 'oeac', 'oe', byId(returnPost)],
  ['trashPost', 'draft', 'oeac', 'oe', byId(trashPost)],
  ['trashPost', 'live', 'oea', 'oe', byId(trashPost)],
  ['restorePost', 'trashed', 'oeac', 'oe', byId(restorePost)],
  ...HISTORY_ROWS,
  ['deletePost', 'trashed', 'oe', 'oe', byId(deletePost)],
]

test.each(ON_POSTS)('%s of a %s post: own %s, other %s', async (_name, state, own, other, run) => {
  for (const actor of Object.values(team)) {
    for (const whose of ['own', 'byline', 'other'] satisfies Whose[]) {
      const post = await postOf({ actor, editor }, whose, state)
      const may = (whose === 'other' ? other : own).includes(letterOf(actor))
      const before = await traceOf(post.id)
      expect([actor.role, whose, await outcomeOf(() => run(actor, post))]).toEqual([
        actor.role,
        whose,
        may ? 'done' : 'forbidden',
      ])
      if (!may) expect(await traceOf(post.id)).toEqual(before)
    }
    const nothing = { id: randomUUID(), version: 1, slug: 'nothing' }
    expect(await outcomeOf(() => run(actor, nothing))).toBe('not-found')
  }
})

type OnOther = (actor: SignedIn, id: string) => Promise<unknown>

const describe: OnOther = (actor, id) => describeMedia(actor, { id, alt: 'A square' })
const rename: OnOther = (actor, id) => changeTag(actor, { id, name: id, description: null })
const merge: OnOther = async (actor, id) => mergeTags(actor, { from: id, into: await newTag() })
const changeName: OnOther = (actor, id) => changePerson(actor, { id, name: 'Another name' })
const changeRole: OnOther = (actor, id) => changePerson(actor, { id, role: 'owner' })
const choosePassword: OnOther = (actor, id) => setPassword(actor, { id, password: `${PASSWORD} again` })
const newPerson = async () => (await somebody()).id

/** How the object comes about, and who may do it to one that somebody else made. What one made oneself follows below. */
const ON_OTHERS: [string, () => Promise<string>, string, OnOther][] = [
  ['endReviewLink', () => openLinkOf(editor), 'oe', endLink],
  ['describeMedia', () => pictureOf(editor), 'oe', describe],
  ['removeMedia', () => pictureOf(editor), 'oe', removeMedia],
  ['changeTag', newTag, 'oe', rename],
  ['mergeTags', newTag, 'oe', merge],
  ['deleteTag', newTag, 'oe', deleteTag],
  ['changePerson', newPerson, 'o', changeName],
  ['changePerson', newPerson, 'o', changeRole],
  ['setPassword', newPerson, 'o', choosePassword],
  ['disablePerson', newPerson, 'o', disablePerson],
  ['enablePerson', newPerson, 'o', enablePerson],
]

test.each(ON_OTHERS)('%s', async (_name, make, who, run) => {
  for (const actor of Object.values(team)) {
    const id = await make()
    const may = who.includes(letterOf(actor))
    const before = await traceOf(null)
    expect([actor.role, await outcomeOf(() => run(actor, id))]).toEqual([
      actor.role,
      may ? 'done' : 'forbidden',
    ])
    const missing = await outcomeOf(() => run(actor, randomUUID()))
    expect(may ? ['not-found'] : ['not-found', 'forbidden']).toContain(missing)
    if (!may) expect(await traceOf(null)).toEqual({ ...before, tags: expect.any(Number) })
  }
})

async function receive(actor: SignedIn) {
  return receiveMedia(actor, { fileName: 'a', length: 1, body: Readable.from([await squareBytes()]) })
}

/** Who may, where the object is everybody's, one's own, or made by the act. */
const ANYWHERE: [string, string, (actor: SignedIn) => Promise<unknown>][] = [
  ['createPost', 'oeac', (actor) => createPost(actor, contentWith())],
  ['previewText', 'oeac', (actor) => previewText(actor, { body: 'Text.', math: 'double' })],
  ['listDeskNames', 'oeac', listDeskNames],
  ['findLinkTargets', 'oeac', (actor) => findLinkTargets(actor, '')],
  ['addMedia', 'oeac', pictureOf],
  ['receiveMedia', 'oeac', receive],
  ['listMedia', 'oeac', (actor) => listMedia(actor, { after: null, kind: 'all' })],
  ['countUses', 'oeac', (actor) => countUses(actor, randomUUID())],
  ['describeMedia', 'oeac', async (actor) => describe(actor, await pictureOf(actor))],
  ['removeMedia', 'oeac', async (actor) => removeMedia(actor, await pictureOf(actor))],
  ['changePerson', 'oeac', (actor) => changeName(actor, actor.id)],
  ['changePerson', 'o', (actor) => changeRole(actor, actor.id)],
  ['findDeskPerson', 'oeac', (actor) => findDeskPerson(actor, actor.id)],
  ['findDeskPerson', 'o', (actor) => findDeskPerson(actor, editor.id)],
  ['listDeskTags', 'oe', listDeskTags],
  ['listPeople', 'oe', listPeople],
  ['getHealth', 'oe', getHealth],
  ['getTroubles', 'oe', getTroubles],
  ['retryJob', 'oe', async (actor) => retryJob(actor, await waitingJob())],
  ['getPersonId', 'oe', async (actor) => getPersonId(actor, (await somebody()).email)],
  ['createPerson', 'o', (actor) => createPerson(actor, newcomer())],
  ['changeSettings', 'o', (actor) => changeSettings(actor, SITE)],
  ['removeDemo', 'o', removeDemo],
  ['loadDemo', 'o', (actor) => loadDemo(actor, { folder, today: LATER })],
  ['countExport', 'o', countExport],
  ['exportMarkdown', 'o', exportMarkdown],
  ...ON_TRANSFERS,
]

test.each(ANYWHERE)('%s: %s', async (_name, who, run) => {
  for (const actor of Object.values(team)) {
    const may = who.includes(letterOf(actor))
    expect([actor.role, await outcomeOf(() => run(actor))]).toEqual([actor.role, may ? 'done' : 'forbidden'])
  }
})

/** These only ever look at what is one's own; that they do is tested where the rest of them is. */
const OWN_ONLY = [
  'actOnPosts', 'changePassword', 'countDeskPosts', 'findDeskTitles', 'forEachPost', 'undoBulk', 'endOwnSession', 'endOwnSessions',
  'findTargets', 'listCalendar', 'listDeskPosts', 'listSessions',
] // prettier-ignore

test('every command and query that hears who asks has its row', () => {
  const rows = [...ON_POSTS, ...ON_OTHERS, ...ANYWHERE].map(([name]) => name)
  const sources = globSync('domain/**/*.ts', { cwd: ROOT }).map((file) =>
    readFileSync(join(ROOT, file), 'utf8'),
  )
  const heard = /^export async function (\w+)\(\s*\w+: (?:Actor|SignedIn)\b/gm
  const functions = sources.flatMap((source) => [...source.matchAll(heard)].map(([, name = '']) => name))
  expect([...new Set([...rows, ...OWN_ONLY])].sort()).toEqual(functions.sort())
})

function byId(command: (actor: SignedIn, id: string) => Promise<unknown>): OnPost {
  return (actor, { id }) => command(actor, id)
}

function letterOf({ role }: SignedIn) {
  return role.charAt(0)
}

function newcomer() {
  return { name: 'New', email: `${randomUUID()}@example.org`, role: 'contributor', password: null } as const
}
