import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { actOnPosts } from '@/domain/posts/bulk'
import { undoBulk } from '@/domain/posts/bulk-undo'
import { createPost, savePost } from '@/domain/posts/commands'
import { getDeskPost, getDeskState } from '@/domain/posts/desk-post'
import { expirePost, publishPost, schedulePost, submitPost } from '@/domain/posts/publish'
import { bulkInput, type PostContent } from '@/domain/posts/schema'
import { db } from '@/lib/db'
import { contentWith, livePathsOf, personWith } from '@/tests/support/posts'

type Somebody = Actor & { id: string }
const LATER = new Date('2199-01-01T00:00:00Z')
let owner: Somebody
let author: Somebody
let contributor: Somebody

beforeAll(async () => {
  owner = await personWith('owner')
  author = await personWith('author')
  contributor = await personWith('contributor')
})
afterAll(closeRenderPool)

async function make(actor: Actor, part: Partial<PostContent> = {}) {
  return createPost(actor, contentWith({ title: `Post ${randomUUID()}`, ...part }))
}
async function live(actor: Actor, part: Partial<PostContent> = {}) {
  const post = await make(actor, part)
  await publishPost(actor, post)
  return post
}
async function rangesOf(postId: string) {
  const select = { revisionId: true, path: true, date: true, updated: true, visibleUntil: true } as const
  const now = new Date()
  const where = { postId, OR: [{ visibleUntil: null }, { visibleUntil: { gt: now } }] }
  return db.publication.findMany({ where, select, orderBy: { visibleFrom: 'asc' } })
}
const act = (actor: Actor, input: unknown) => actOnPosts(actor, bulkInput.parse(input))
const undo = (actor: Actor, handle: string | null) => undoBulk(actor, handle ?? '0')
const contentOf = async (id: string) => (await getDeskPost(owner, id)).content
const statusOf = async (id: string) => (await getDeskState(owner, id)).status

test('what was live, scheduled or submitted is so again after the trash is taken back', async () => {
  const shown = await live(owner)
  await expirePost(owner, { id: shown.id, expiresAt: LATER })
  const planned = await make(owner)
  await schedulePost(owner, { ...planned, date: LATER, zone: 'Europe/Berlin' })
  const waiting = await make(contributor)
  await submitPost(contributor, waiting)
  const draft = await make(owner)
  const ids = [shown.id, planned.id, waiting.id, draft.id]
  const before = await Promise.all(ids.map(async (id) => [await rangesOf(id), await getDeskState(owner, id)]))

  const { done, refused, undo: handle } = await act(owner, { act: 'trash', ids })
  expect([done, refused]).toEqual([4, []])
  expect(await Promise.all(ids.map(statusOf))).toEqual(['trashed', 'trashed', 'trashed', 'trashed'])
  expect(await livePathsOf(shown.id)).toEqual([])

  expect(await undo(owner, handle)).toEqual({ done: 4, refused: [] })
  const after = await Promise.all(ids.map(async (id) => [await rangesOf(id), await getDeskState(owner, id)]))
  const untimed = (all: typeof before) =>
    JSON.parse(JSON.stringify(all, (key, value) => (key === 'now' ? 0 : value)))
  expect(untimed(after)).toEqual(untimed(before))
})

test('back to draft is taken back with the date and the text that readers saw', async () => {
  const post = await live(owner, { body: 'As readers saw it.' })
  await savePost(owner, {
    ...post,
    content: { ...(await contentOf(post.id)), title: 'Newer', body: 'Not yet.' },
  })
  const [before] = await rangesOf(post.id)
  const { now: _then, ...state } = await getDeskState(owner, post.id)
  expect(state).toMatchObject({ status: 'live', unpublishedChanges: 2, changed: ['title', 'text'] })
  const { undo: handle } = await act(owner, { act: 'unpublish', ids: [post.id] })
  expect(await livePathsOf(post.id)).toEqual([])
  await undo(owner, handle)
  expect(await rangesOf(post.id)).toEqual([before])
  expect(await getDeskState(owner, post.id)).toEqual({ ...state, now: expect.any(Date) })
})

test('a post that something else happened to meanwhile stays as it is and is named', async () => {
  const [one, other] = [await live(owner), await live(owner, { title: 'Published anew' })]
  const { undo: handle } = await act(owner, { act: 'unpublish', ids: [one.id, other.id] })
  await publishPost(owner, other)
  await savePost(owner, { ...one, content: contentWith({ title: 'Written on', slug: one.slug }) })
  expect(await undo(owner, handle)).toEqual({
    done: 1,
    refused: ['“Published anew”: It was changed meanwhile and stays as it is.'],
  })
  expect(await statusOf(one.id)).toBe('live')
  expect((await contentOf(one.id)).title).toBe('Written on')
})

test('a post whose address was taken meanwhile comes back as a draft and says so', async () => {
  const post = await live(owner, { title: 'The address', slug: 'the-address' })
  const { undo: handle } = await act(owner, { act: 'trash', ids: [post.id] })
  await live(owner, { title: 'The newcomer', slug: 'the-address' })
  const { done, refused } = await undo(owner, handle)
  expect([done, refused]).toEqual([
    0,
    ['“The address”: “The newcomer” has the address /posts/the-address at that time. Choose another slug.'],
  ])
  expect(await statusOf(post.id)).toBe('draft')
})

test('tags come and go in one spelling, readers see nothing of it, and undo keeps what was typed meanwhile', async () => {
  const post = await live(owner, { tags: ['Paper'] })
  const untagged = await make(owner)
  const ids = [post.id, untagged.id]
  const { done, undo: handle } = await act(owner, { act: 'tag', ids, names: ['paper', 'Ink'] })
  expect(done).toBe(2)
  expect((await contentOf(post.id)).tags).toEqual(['Paper', 'Ink'])
  expect((await contentOf(untagged.id)).tags).toEqual(['Paper', 'Ink'])
  expect(await getDeskState(owner, post.id)).toMatchObject({ status: 'live', unpublishedChanges: 1 })

  const now = await contentOf(untagged.id)
  await savePost(owner, { id: untagged.id, version: 2, content: { ...now, body: 'Typed meanwhile.' } })
  expect(await undo(owner, handle)).toEqual({ done: 2, refused: [] })
  expect((await contentOf(post.id)).tags).toEqual(['Paper'])
  expect(await contentOf(untagged.id)).toMatchObject({ tags: [], body: 'Typed meanwhile.' })
  expect(await act(owner, { act: 'untag', ids: [untagged.id], names: ['Paper'] })).toMatchObject({
    done: 0,
    undo: null,
  })
})

test('tags that somebody else changed meanwhile are left to them', async () => {
  const post = await make(owner, { title: 'Tagged by two' })
  const { undo: handle } = await act(owner, { act: 'tag', ids: [post.id], names: ['One'] })
  await act(owner, { act: 'tag', ids: [post.id], names: ['Two'] })
  const { done, refused } = await undo(owner, handle)
  expect([done, refused]).toEqual([
    0,
    ['“Tagged by two”: It was filed differently meanwhile and stays as it is.'],
  ])
  expect((await contentOf(post.id)).tags).toEqual(['One', 'Two'])
})

test('posts join and leave a series and get other authors', async () => {
  const post = await make(owner, { series: [{ name: 'First', position: 3 }] })
  const ids = [post.id]
  await act(owner, { act: 'join-series', ids, names: ['Second', 'first'] })
  expect((await contentOf(post.id)).series).toEqual([
    { name: 'First', position: 3 },
    { name: 'Second', position: null },
  ])
  await act(owner, { act: 'leave-series', ids, names: ['First'] })
  expect((await contentOf(post.id)).series).toEqual([{ name: 'Second', position: null }])
  const { undo: handle } = await act(owner, { act: 'byline', ids, people: [author.id, contributor.id] })
  expect((await contentOf(post.id)).bylineIds).toEqual([author.id, contributor.id])
  await undo(owner, handle)
  expect((await contentOf(post.id)).bylineIds).toEqual([owner.id])
})

test('each post is refused by itself and by name, and titles of others are not told', async () => {
  const mine = await make(contributor)
  const published = await make(owner, { title: 'Mine, live', bylineIds: [contributor.id] })
  await publishPost(owner, published)
  const foreign = await make(owner, { title: 'Secret plans' })
  const ids = [foreign.id, mine.id, published.id, randomUUID()]
  const { done, refused, undo: handle } = await act(contributor, { act: 'tag', ids, names: ['Mine'] })
  expect(done).toBe(1)
  expect(refused).toEqual([
    'A post, “Mine, live”: You are not allowed to do this.',
    'A post: There is no such post.',
  ])
  expect(JSON.stringify(refused)).not.toContain('Secret')
  await expect(undo(author, handle)).rejects.toMatchObject({ code: 'not-found' })
  for (const name of ['unpublish', 'trash', 'restore', 'return'])
    expect(await act(author, { act: name, ids: [foreign.id] })).toEqual({
      done: 0,
      refused: ['A post: You are not allowed to do this.'],
      undo: null,
    })
  expect((await act(contributor, { act: 'byline', ids: [mine.id], people: [author.id] })).done).toBe(0)
})

test('what waits for review goes back to its writer, and waits again when that is taken back', async () => {
  const post = await make(contributor)
  await submitPost(contributor, post)
  const { undo: handle } = await act(owner, { act: 'return', ids: [post.id] })
  expect((await getDeskState(owner, post.id)).submitted).toBe(false)
  await undo(owner, handle)
  expect((await getDeskState(owner, post.id)).submitted).toBe(true)
})
