import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import { disablePerson } from '@/domain/people/commands'
import type { Actor } from '@/domain/permissions'
import { createPost, savePost } from '@/domain/posts/commands'
import { publishPost } from '@/domain/posts/publish'
import { restorePost, trashPost } from '@/domain/posts/trash'
import { endReviewLink, makeReviewLink } from '@/domain/reviews/commands'
import { listReviewLinks } from '@/domain/reviews/queries'
import { countReview, openReview } from '@/domain/reviews/reading'
import { db } from '@/lib/db'
import { contentWith, personWith } from '@/tests/support/posts'

let ada: Actor & { id: string }
beforeAll(async () => (ada = await personWith('owner', 'Ada')))
afterAll(closeRenderPool)

const draft = (title = 'For review') => createPost(ada, contentWith({ title, body: '*First* text' }))
const share = async (post: { id: string }, version: number | null = null) =>
  (await makeReviewLink(ada, { id: post.id, version, days: 7 })).token
const save = (post: { id: string; version: number }, body: string) =>
  savePost(ada, { ...post, content: contentWith({ title: 'For review', body }) })
const htmlOf = async (token: string) => (await openReview(token))?.post.html.trim()

test('a link shows always the newest version, or the one it was made for', async () => {
  const post = await draft()
  const [newest, first] = [await share(post), await share(post, 1)]
  await save(post, 'Second text')
  expect(await htmlOf(newest)).toBe('<p>Second text</p>')
  expect(await htmlOf(first)).toBe('<p><em>First</em> text</p>')
})

test('the secret of a link is kept as its hash only', async () => {
  const post = await draft()
  const token = await share(post)
  const rows = await db.$queryRaw<
    { row: string }[]
  >`SELECT to_jsonb(l)::text AS row FROM review_link l WHERE post_id = ${post.id}::uuid
    UNION ALL SELECT to_jsonb(e)::text FROM event e WHERE post_id = ${post.id}::uuid`
  expect(rows.length).toBeGreaterThan(2)
  for (const { row } of rows) expect(row).not.toContain(token)
})

test('a link that was taken back, is too old, is unknown or whose post is in the trash shows nothing', async () => {
  const post = await draft()
  const [ended, old, open] = [await share(post), await share(post), await share(post)]
  const [, , link] = await listReviewLinks(ada, post.id)
  if (link === undefined) throw new Error('there are three links')
  await endReviewLink(ada, link.id)
  await db.$executeRaw`UPDATE review_link SET created_at = created_at - interval '8 days', expires_at = now()
    WHERE id = (SELECT id FROM review_link WHERE post_id = ${post.id}::uuid ORDER BY created_at LIMIT 1 OFFSET 1)`
  expect(await openReview(ended)).toBe(null)
  expect(await openReview(old)).toBe(null)
  expect(await openReview('')).toBe(null)
  expect(await openReview('a'.repeat(43))).toBe(null)
  expect(await openReview(open)).not.toBe(null)
  await trashPost(ada, post.id)
  expect(await openReview(open)).toBe(null)
  await restorePost(ada, post.id)
  expect(await openReview(open)).not.toBe(null)
})

test('the links of somebody who may not come any more end with that', async () => {
  const author = await personWith('author')
  const post = await createPost(author, contentWith({ title: 'Of one who left' }))
  const { token } = await makeReviewLink(author, { id: post.id, version: null, days: 30 })
  expect(await openReview(token)).not.toBe(null)
  await disablePerson(ada, author.id)
  expect(await openReview(token)).toBe(null)
})

test('the list says for what and until when a link works, and how often it was read', async () => {
  const post = await draft()
  const [token] = [await share(post, 1), await share(post)]
  await countReview(token)
  await countReview(token)
  const [newest, first] = await listReviewLinks(ada, post.id)
  expect(newest).toMatchObject({ version: null, by: 'Ada', views: 0, lastViewed: null })
  expect(first).toMatchObject({
    version: 1,
    views: 2,
    lastViewed: expect.stringMatching(/UTC$/),
    ends: expect.stringMatching(/UTC$/),
  })
})

test('a version of a live post is shown as it would be, with its place in the series', async () => {
  const series = [{ name: 'A series', position: 2 }]
  const one = await createPost(
    ada,
    contentWith({ title: 'Part one', series: [{ name: 'A series', position: 1 }] }),
  )
  await publishPost(ada, one)
  const two = await createPost(ada, contentWith({ title: 'Part two', series, tags: ['new'] }))
  const review = await openReview(await share(two))
  expect(review?.series[0]?.parts.map(({ title }) => title)).toEqual(['Part one', 'Part two'])
  expect(review).toMatchObject({
    status: 'draft',
    post: { title: 'Part two', tags: [{ name: 'new' }], authors: [{ name: 'Ada' }] },
  })
})

test('a link that is read while its post is saved again and again always shows something', async () => {
  let post = await draft()
  const token = await share(post)
  const typing = (async () => {
    for (let key = 0; key < 12; key += 1) post = { ...post, ...(await save(post, `Text ${key}`)) }
  })()
  const seen = await Promise.all(Array.from({ length: 12 }, () => htmlOf(token)))
  await typing
  for (const html of seen) expect(html).toMatch(/^<p>.*<\/p>$/)
  expect(await htmlOf(token)).toBe('<p>Text 11</p>')
})
