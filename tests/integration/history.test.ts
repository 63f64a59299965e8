import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { createPost, savePost } from '@/domain/posts/commands'
import { getDeskPost, getDeskState } from '@/domain/posts/desk-post'
import { listHistory } from '@/domain/posts/history'
import {
  expirePost,
  publishPost,
  schedulePost,
  submitPost,
  unpublishPost,
  updatePost,
} from '@/domain/posts/publish'
import { restoreVersion } from '@/domain/posts/restore-version'
import type { PostContent } from '@/domain/posts/schema'
import { compareVersions } from '@/domain/posts/version-comparison'
import { makeReviewLink } from '@/domain/reviews/commands'
import { db } from '@/lib/db'
import { contentWith, livePathsOf, personWith } from '@/tests/support/posts'
import { outcomeOf } from '@/tests/support/roles'

let ada: Actor & { id: string }
let ben: Actor & { id: string }
beforeAll(async () => {
  ada = await personWith('owner', 'Ada')
  ben = await personWith('editor', 'Ben')
})
afterAll(closeRenderPool)

type Post = { id: string; version: number }
const draft = (part: Partial<PostContent> = {}) => createPost(ada, contentWith({ title: 'Kept', ...part }))
const type = (post: Post, body: string, actor = ada) =>
  savePost(actor, { ...post, content: contentWith({ title: 'Kept', body, bylineIds: [ada.id] }) })

async function numbersOf({ id }: { id: string }): Promise<number[]> {
  const rows = await db.revision.findMany({
    where: { postId: id },
    select: { number: true },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ number }) => number)
}

/** As if everything so far had been saved so many minutes earlier. */
async function age({ id }: { id: string }, minutes: number) {
  await db.$executeRaw`UPDATE revision SET at = at - ${`${minutes} minutes`}::interval WHERE post_id = ${id}::uuid`
}

test('what one person types within ten minutes is one version, and numbers go on', async () => {
  let post = await draft()
  for (const body of ['One', 'One two', 'One two three']) {
    post = await type(post, body)
  }
  expect(post.version).toBe(4)
  expect(await numbersOf(post)).toEqual([1, 4])
})

test('every ten minutes of typing leave a version, and so does the end of it', async () => {
  let post = await draft()
  for (let minutes = 0; minutes < 24; minutes += 4) {
    await age(post, 4)
    post = await type(post, `Typed for ${minutes} minutes`)
  }
  // Minutes 4 to 24: the begun one, the first after ten minutes of each, and the newest.
  expect(await numbersOf(post)).toEqual([1, 4, 7])
  await age(post, 60)
  post = await type(post, 'An hour later')
  expect(await numbersOf(post)).toEqual([1, 4, 7, 8])
})

test('what two people type in turns stays apart', async () => {
  let post = await draft()
  for (const [actor, body] of [
    [ada, 'A'],
    [ben, 'A b'],
    [ada, 'A b a'],
  ] as const) {
    post = await type(post, body, actor)
  }
  expect(await numbersOf(post)).toEqual([1, 2, 3, 4])
})

test('a version that was published, scheduled, updated, submitted or shared is never saved over', async () => {
  const acts: ((post: Post) => Promise<unknown>)[] = [
    (post) => submitPost(ada, post),
    (post) => makeReviewLink(ada, { ...post, days: 1 }),
    (post) => schedulePost(ada, { ...post, date: new Date('2199-01-01'), zone: 'UTC' }),
    (post) => publishPost(ada, post),
    (post) => updatePost(ada, { ...post, announce: false }),
  ]
  let post: Post = await draft()
  const kept = [1]
  for (const act of acts) {
    post = await type(post, `Before ${kept.length}`)
    await act(post)
    kept.push(post.version)
  }
  await type(await type(post, 'On'), 'And on')
  expect((await numbersOf(post)).slice(0, kept.length)).toEqual(kept)
})

test('a version that readers see cannot be deleted, and a post goes with all of its versions', async () => {
  const post = await draft()
  await publishPost(ada, post)
  await expect(db.revision.deleteMany({ where: { postId: post.id } })).rejects.toThrow(
    /publication_revision_id_fkey/,
  )
  await makeReviewLink(ada, { ...post, days: 1 })
  await db.post.delete({ where: { id: post.id } })
  expect(await numbersOf(post)).toEqual([])
})

test('whoever has a version open that was saved over is still told of the newer text', async () => {
  const opened = await type(await draft(), 'Open in another window')
  const newest = await type(opened, 'Typed on')
  expect(await numbersOf(opened)).not.toContain(opened.version)
  const refusal = await type(opened, 'Mine', ben).catch((error: unknown) => error)
  expect(refusal).toMatchObject({
    code: 'conflict',
    details: { other: { version: newest.version, content: { body: 'Typed on' } } },
  })
})

test('Publish of a version that was saved over meanwhile is a conflict', async () => {
  const opened = await type(await draft(), 'Looked at')
  await type(opened, 'Typed on')
  expect(await outcomeOf(() => publishPost(ada, opened))).toBe('conflict')
  expect(await livePathsOf(opened.id)).toEqual([])
})

test('the history names every version and act with its person and time', async () => {
  const post = await draft({ title: 'Named' })
  await publishPost(ada, post)
  await expirePost(ada, { id: post.id, expiresAt: new Date('2198-12-31T23:00:00Z') })
  await unpublishPost(ben, post.id)
  await schedulePost(ben, { ...post, date: new Date('2198-11-30T08:00:00Z'), zone: 'Europe/Berlin' })
  const { entries } = await listHistory(ada, { id: post.id, page: 1 })
  const [expired, taken, begun] = [entries.at(1), entries.at(0), entries.at(2)]
  expect([taken?.words, taken?.by, taken?.version]).toEqual(['Taken back to draft', 'Ben', null])
  expect([expired?.words, expired?.by]).toEqual(['Leaves the site Tuesday 1 Jan 2199, 00:00 Berlin', 'Ada'])
  expect([begun?.words, begun?.by, begun?.version, begun?.isLive]).toEqual(['Begun', 'Ada', 1, false])
  expect(begun?.acts.map(({ words, by }) => [words, by])).toEqual([
    ['Published', 'Ada'],
    ['Scheduled for Friday 30 Nov 2198, 09:00 Berlin', 'Ben'],
  ])
  expect(begun?.when).toMatch(/^\w+day \d+ \w{3} \d{4}, \d\d:\d\d Berlin$/)
})

test('a history of a thousand versions comes in pages', async () => {
  const post = await draft({ title: 'Long' })
  await db.$executeRaw`INSERT INTO revision (id, post_id, number, act, at, title, slug, body)
    SELECT gen_random_uuid(), ${post.id}::uuid, n, 'saved', now() + n * interval '1 minute', 'Long', 'long', 'Text ' || n
    FROM generate_series(2, 1000) n`
  await db.$executeRaw`UPDATE post SET version = 1000, head_id = (SELECT id FROM revision WHERE post_id = post.id AND number = 1000)
    WHERE id = ${post.id}::uuid`
  const first = await listHistory(ada, { id: post.id, page: 1 })
  expect([first.pages, first.entries.length, first.entries[0]?.version]).toEqual([20, 50, 1000])
  const last = await listHistory(ada, { id: post.id, page: 20 })
  expect(last.entries.at(-1)?.version).toBe(1)
})

test('a version is compared with the one before, or with any other', async () => {
  let post = await draft({ body: 'A quick fox.' })
  for (const body of ['A slow fox.', 'A slow dog.']) {
    await age(post, 10)
    post = await type(post, body)
  }
  const words = async (to: number | null, from: number | null) => {
    const comparison = await compareVersions(ada, { id: post.id, to, from })
    return comparison?.changes.flatMap(({ parts }) =>
      parts.flatMap(({ is, text }) => (is === 'same' ? [] : [`${is} ${text}`])),
    )
  }
  expect(await words(null, null)).toEqual(['removed fox', 'added dog'])
  expect(await words(2, null)).toEqual(['removed quick', 'added slow'])
  expect(await words(3, 1)).toEqual(['removed quick fox', 'added slow dog'])
  expect(await words(99, null)).toBe(undefined)
  const first = await compareVersions(ada, { id: post.id, to: 1, from: null })
  expect(first).toMatchObject({ before: null, after: { number: 1, words: 'Begun', by: 'Ada' } })
})

test('restoring makes a new version with everything of the old one, and publishes nothing', async () => {
  const full = {
    title: 'First', subtitle: 'S', description: 'D', slug: 'first-slug', body: 'B', tags: ['one', 'two'], series: [{ name: 'Part', position: 2 }],
    bylineIds: [ben.id], featuredImage: '/f.png', featuredImageAlt: 'F', thumbnail: '/t.png', audio: '/a.mp3', canonicalUrl: '/c',
    comments: false, toc: false, noindex: true, math: 'dollars' as const,
  } // prettier-ignore
  const post = await draft(full)
  await publishPost(ada, post)
  const changed = await savePost(ada, {
    ...post,
    content: contentWith({ title: 'Second', bylineIds: [ada.id] }),
  })
  const restored = await restoreVersion(ada, { ...changed, from: 1, fields: null })
  expect(restored.version).toBe(3)
  const { content, state } = await getDeskPost(ada, post.id)
  expect(content).toEqual({ ...contentWith(), ...full })
  expect(state.unpublishedChanges).toBe(0)
  const seen = await db.livePublication.findFirst({
    where: { postId: post.id },
    select: { revision: { select: { number: true } } },
  })
  expect(seen?.revision.number).toBe(1)
  const { entries } = await listHistory(ada, { id: post.id, page: 1 })
  expect([entries[0]?.words, entries[0]?.acts[0]?.words]).toEqual([
    'Restored',
    'All brought back from version 1',
  ])
})

test('one field comes back and the others stay', async () => {
  const post = await draft({ title: 'Good title', body: 'Old', tags: ['old'] })
  const changed = await savePost(ada, {
    ...post,
    content: contentWith({ title: 'Bad title', body: 'New', tags: ['new'] }),
  })
  await restoreVersion(ada, { ...changed, from: 1, fields: ['title', 'tags'] })
  expect((await getDeskPost(ada, post.id)).content).toMatchObject({
    title: 'Good title',
    body: 'New',
    tags: ['old'],
  })
})

test('of a restore and a save that meet, one wins and the other is told', async () => {
  for (let round = 0; round < 5; round += 1) {
    const post = await type(await draft(), 'Newer')
    const outcomes = await Promise.all([
      outcomeOf(() => restoreVersion(ben, { ...post, from: 1, fields: null })),
      outcomeOf(() => type(post, 'Typed meanwhile')),
    ])
    expect(outcomes.toSorted()).toEqual(['conflict', 'done'])
    expect((await getDeskState(ada, post.id)).version).toBe(post.version + 1)
  }
})

test('a version of another post, or one that is not there, does not come back', async () => {
  const post = await draft()
  expect(await outcomeOf(() => restoreVersion(ada, { ...post, from: 7, fields: null }))).toBe('not-found')
})
