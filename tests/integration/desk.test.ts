import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { createPost, savePost } from '@/domain/posts/commands'
import { getDeskPost, getDeskState, getStateAsSaved } from '@/domain/posts/desk-post'
import { countDeskPosts, type DeskList, type DeskListing, listDeskPosts } from '@/domain/posts/desk-queries'
import { expirePost, publishPost, schedulePost, submitPost } from '@/domain/posts/publish'
import { deskListing } from '@/domain/posts/schema'
import { trashPost } from '@/domain/posts/trash'
import { databaseNow } from '@/lib/dates'
import { db } from '@/lib/db'
import { contentWith, letTimePass, personWith } from '@/tests/support/posts'

const HOUR = 3_600_000
type Somebody = Actor & { id: string }
let owner: Somebody
let author: Somebody
let contributor: Somebody

beforeAll(async () => {
  owner = await personWith('owner')
  author = await personWith('author', 'Ada Author')
  contributor = await personWith('contributor')
  await schedulePost(owner, {
    ...(await make(owner, 'Scheduled one')),
    date: await ahead(96 * HOUR),
    zone: 'Europe/Berlin',
  })
  await publishPost(owner, await make(owner, 'Live one', { tags: ['Paper'] }))
  await publishPost(author, await make(author, 'Live 100%'))
  const expired = await make(owner, 'Expired one')
  await publishPost(owner, expired)
  await expirePost(owner, { id: expired.id, expiresAt: await ahead(HOUR) })
  await letTimePass(expired.id, 2 * HOUR)
  await submitPost(contributor, await make(contributor, 'Submitted one'))
  await trashPost(owner, (await make(owner, 'Trashed one')).id)
  await make(owner, 'Draft one')
})
afterAll(closeRenderPool)

async function make(actor: Actor, title: string, part = {}) {
  return createPost(actor, contentWith({ title, ...part }))
}
async function ahead(milliseconds: number) {
  return new Date((await databaseNow(db)).getTime() + milliseconds)
}
async function titles(actor: Actor, listing: Partial<DeskListing>) {
  const { posts } = await listDeskPosts(actor, deskListing.parse({ sort: 'title', ...listing }))
  return posts.map(({ title }) => title)
}

test.each([
  ['all', ['Draft one', 'Expired one', 'Live 100%', 'Live one', 'Scheduled one', 'Submitted one']],
  ['draft', ['Draft one', 'Submitted one']],
  ['scheduled', ['Scheduled one']],
  ['live', ['Live 100%', 'Live one']],
  ['expired', ['Expired one']],
  ['submitted', ['Submitted one']],
  ['trashed', ['Trashed one']],
] as const)('an editor finds under %s what is %s', async (status, wanted) => {
  expect(await titles(owner, { status })).toEqual(wanted)
})

test('the numbers beside the states are those of the lists', async () => {
  const counts = { all: 6, draft: 2, planned: 0, scheduled: 1, live: 2, expired: 1, submitted: 1, trashed: 1 }
  expect(await countDeskPosts(owner)).toEqual(counts)
})

test('authors and contributors see their own posts and no others', async () => {
  expect(await titles(author, {})).toEqual(['Live 100%'])
  expect(await titles(contributor, {})).toEqual(['Submitted one'])
  expect((await countDeskPosts(contributor)).all).toBe(1)
  const { posts } = await listDeskPosts(owner, deskListing.parse({ q: 'Draft one' }))
  await expect(getDeskPost(author, posts[0]?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' })
})

test('a search looks at titles and takes its signs literally', async () => {
  expect(await titles(owner, { q: 'one', status: 'live' })).toEqual(['Live one'])
  expect(await titles(owner, { q: '100%' })).toEqual(['Live 100%'])
  expect(await titles(owner, { q: '%' })).toEqual(['Live 100%'])
})

test('a list can be narrowed to a tag or an author', async () => {
  expect(await titles(owner, { tag: 'paper' })).toEqual(['Live one'])
  const { slug } = await db.person.findUniqueOrThrow({ where: { id: author.id } })
  expect(await titles(owner, { author: slug })).toEqual(['Live 100%'])
})

test('every word of a search is in the title, in any order', async () => {
  expect(await titles(owner, { q: 'one  live' })).toEqual(['Live one'])
})

test('a list can be narrowed to pages, and its order turned', async () => {
  await make(owner, 'A page', { kind: 'page', series: [{ name: 'Folded', position: 1 }] })
  expect(await titles(owner, { kind: 'page' })).toEqual(['A page'])
  expect(await titles(owner, { series: 'folded' })).toEqual(['A page'])
  const turned = deskListing.parse({ sort: 'title', reverse: '1', q: 'live' })
  const { posts } = await listDeskPosts(owner, turned)
  expect(posts.map(({ title }) => title)).toEqual(['Live one', 'Live 100%'])
})

test('the numbers beside the states count what fits the search', async () => {
  const { counts } = await listDeskPosts(owner, deskListing.parse({ q: 'live' }))
  expect(counts).toMatchObject({ all: 2, live: 2, draft: 0, trashed: 0 })
})

test('odd parameters of the address mean the default', () => {
  const odd = {
    status: ['live', 'x'],
    after: "'; DROP",
    before: 'x',
    sort: '__proto__',
    kind: 'x',
    reverse: 'yes',
  }
  expect(deskListing.parse(odd)).toEqual({
    status: 'live', q: '', sort: 'changed', reverse: false, tag: '', series: '', author: '', kind: 'any', after: null, before: null,
  }) // prettier-ignore
})

describe('page by page', () => {
  const MANY = 120
  let writer: Somebody
  beforeAll(async () => {
    writer = await personWith('author', 'Wanda Writer')
    for (let number = 0; number < MANY; number += 1) await make(writer, `Sheet ${number % 7}`)
  })

  test.each(['changed', 'date', 'title'] as const)(
    'by %s each post is on one page, forwards and back',
    async (sort) => {
      const usual = deskListing.parse({ sort })
      const seen: string[] = []
      const pages: DeskList[] = []
      for (let after: DeskListing['after'] = null; pages.length < 4;) {
        const page: DeskList = await listDeskPosts(writer, { ...usual, after })
        pages.push(page)
        expect([page.first, page.total]).toEqual([seen.length + 1, MANY])
        seen.push(...page.posts.map(({ id }) => id))
        after = page.after
        if (after === null) break
      }
      expect([new Set(seen).size, pages.length]).toEqual([MANY, 3])
      const last = pages.at(-1)
      const back = await listDeskPosts(writer, { ...usual, before: last?.before ?? null })
      expect([back.first, back.posts]).toEqual([51, pages[1]?.posts])
    },
  )

  test('a post that is saved meanwhile neither hides nor doubles another', async () => {
    const usual = deskListing.parse({})
    const one = await listDeskPosts(writer, usual)
    const moved = one.posts.at(-1)
    await savePost(writer, { id: moved?.id ?? '', version: 1, content: contentWith({ title: 'Moved' }) })
    const two = await listDeskPosts(writer, { ...usual, after: one.after })
    const ids = two.posts.map(({ id }) => id)
    expect(one.posts.filter(({ id }) => ids.includes(id))).toEqual([])
    expect(two.posts).toHaveLength(50)
  })
})

test('the state of a post is one sentence with the zone in which its date was chosen', async () => {
  const { posts } = await listDeskPosts(owner, deskListing.parse({ status: 'scheduled' }))
  expect(posts[0]?.sentence).toMatch(
    /^Goes live \w+ \d+ \w+ \d+, \d\d:\d\d Berlin \((\w+ )?\d\d:\d\d UTC\), in 4 days$/,
  )
})

test('what differs from what readers see is counted as unpublished changes', async () => {
  const post = await make(owner, 'Counted')
  await publishPost(owner, post)
  expect((await getDeskState(owner, post.id)).unpublishedChanges).toBe(0)
  const content = contentWith({ title: 'Counted again', slug: post.slug, bylineIds: [owner.id] })
  await savePost(owner, { ...post, content })
  const state = await getDeskState(owner, post.id)
  expect(state).toMatchObject({ status: 'live', unpublishedChanges: 1, version: 2 })
  expect(state.sentence).toMatch(/, 1 unpublished change$/)
})

test('whoever was overtaken right after a save does not overwrite what was saved then', async () => {
  const post = await make(owner, 'Two at once')
  const content = (body: string) => contentWith({ title: 'Two at once', slug: post.slug, body })
  const saved = await savePost(owner, { ...post, content: content('Mine.') })
  await savePost(await personWith('editor'), { ...saved, content: content('Mine and theirs.') })
  const state = await getStateAsSaved(owner, saved)
  const next = savePost(owner, {
    id: post.id,
    version: state.version,
    content: content('Mine, without theirs.'),
  })
  await expect(next).rejects.toMatchObject({ code: 'conflict' })
})
