import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { createPost, savePost } from '@/domain/posts/commands'
import { findPost } from '@/domain/posts/find'
import { launch } from '@/domain/posts/launch'
import { publishPost, schedulePost, unpublishPost, updatePost } from '@/domain/posts/publish'
import { getLivePost, getNeighbours, listLivePosts } from '@/domain/posts/queries'
import { staleWithPlace } from '@/domain/posts/stale'
import { databaseNow } from '@/lib/dates'
import { db, transaction } from '@/lib/db'
import { expire } from '@/lib/depends'
import { type Expiry, followExpiry } from '@/server/expiry'
import { createPages, type Pages } from '@/server/pages'
import { contentWith, livePathsOf, personWith } from '@/tests/support/posts'

let owner: Actor & { id: string }
let pages: Pages
let expiry: Expiry
const counts = new Map<string, number>()
let pause: Promise<void> | null = null

/** Stands where Next stands: renders by the real queries, and counts how often. */
async function renderWithQueries(
  request: { url?: string },
  response: { statusCode: number; end(text: string): void; setHeader(name: string, value: string): void },
) {
  const url = request.url ?? ''
  const gate = pause
  counts.set(url, (counts.get(url) ?? 0) + 1)
  const post = url.startsWith('/posts/') ? await getLivePost(url) : null
  const beside = post === null ? null : await getNeighbours(post)
  const list = url.startsWith('/tags/')
    ? await listLivePosts({ tag: url.slice(6) }, { page: 1, perPage: 10 })
    : null
  const home = url === '/' ? await listLivePosts({}, { page: 1, perPage: 10 }) : null
  if (gate !== null) await gate
  const titles = (list ?? home)?.posts.map(({ title }) => title) ?? [
    post?.title,
    beside?.older?.title,
    beside?.newer?.title,
  ]
  if (url.startsWith('/posts/') && post === null) response.statusCode = 404
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(`<p>${titles.join('|')}</p>`)
}

beforeAll(async () => {
  owner = await personWith('owner')
  pages = createPages(
    async (request, response) => renderWithQueries(request, response),
    () => expiry.isTrusted(),
  )
  expiry = await followExpiry(process.env.DATABASE_URL ?? '', pages.expire)
})
afterAll(async () => {
  await expiry.stop()
  await closeRenderPool()
})

async function look(url: string): Promise<string> {
  const prepared = await pages.page({ url, status: 200, otherwise: { url: '/octavo-missing', status: 404 } })
  return (await prepared.variantFor('')).body.toString()
}

async function live(title: string, part = {}) {
  const post = await createPost(owner, contentWith({ title, ...part }))
  await publishPost(owner, post)
  return { ...post, url: `/posts/${post.slug}` }
}

async function heard(url: string) {
  await expect.poll(() => pages.kept(url), { interval: 5, timeout: 5_000 }).toBe(null)
}

/** Looks until the page stays: what was just published is still being heard of. */
async function keep(url: string) {
  const stays = async () => (await look(url)) !== '' && pages.kept(url) !== null
  await expect.poll(stays, { interval: 20, timeout: 10_000 }).toBe(true)
}

test('a page is rendered once however many ask, and kept', async () => {
  const { url } = await live('Asked at once')
  await keep(url)
  pages.expire(['all'])
  counts.clear()
  await Promise.all(Array.from({ length: 20 }, () => look(url)))
  await look(url)
  expect(counts.get(url)).toBe(1)
})

test('an update is seen at once on every page that shows the post, and pages that do not stay kept', async () => {
  const near = await live('Shown here', { tags: ['shown'] })
  await live('Between one')
  await live('Between two')
  const far = await live('Unrelated', { tags: ['elsewhere'] })
  for (const url of ['/', near.url, far.url, '/tags/shown', '/tags/elsewhere']) await keep(url)
  const saved = await savePost(owner, {
    ...near,
    content: contentWith({ title: 'Shown anew', slug: near.slug, tags: ['shown'] }),
  })
  expect(pages.kept(near.url)).not.toBe(null)
  await updatePost(owner, { ...saved, announce: false })
  await heard(near.url)
  for (const url of ['/', near.url, '/tags/shown']) expect(await look(url)).toContain('Shown anew')
  for (const url of [far.url, '/tags/elsewhere']) expect(pages.kept(url)).not.toBe(null)
})

test('a new post is seen in its lists and beside its neighbour, and the others stay kept', async () => {
  const first = await live('First of two')
  const second = await live('Second of two')
  for (const url of ['/', first.url, second.url]) await keep(url)
  await live('Right after the second')
  await heard('/')
  expect(await look('/')).toContain('Right after the second')
  expect(pages.kept(first.url)).not.toBe(null)
  expect(await look(second.url)).toContain('Right after the second')
})

test('a post that is taken back is gone from every kept page', async () => {
  const post = await live('Taken back soon', { tags: ['taken'] })
  await keep('/')
  await keep('/tags/taken')
  expect(await look('/tags/taken')).toContain('Taken back soon')
  await unpublishPost(owner, post.id)
  await heard('/tags/taken')
  for (const url of ['/', '/tags/taken']) expect(await look(url)).not.toContain('Taken back soon')
})

test('two posts that go live at once stand beside each other', async () => {
  const [one, two] = [
    await createPost(owner, contentWith({ title: 'One at once' })),
    await createPost(owner, contentWith({ title: 'Two at once' })),
  ]
  const hold = Promise.withResolvers<void>()
  const computed = Promise.withResolvers<void>()
  const first = transaction(
    async (tx) => {
      const post = await findPost(tx, one.id)
      await launch(tx, { post, date: post.now, zone: null, now: post.now })
      await expire(tx, await staleWithPlace(tx, one.id))
      computed.resolve()
      await hold.promise
    },
    { timeout: 30_000 },
  )
  await computed.promise
  const second = publishPost(owner, two)
  const settled = async () => (await livePathsOf(two.id)).length > 0 || (await waitsForLock())
  await expect.poll(settled, { interval: 10, timeout: 10_000 }).toBe(true)
  const url = `/posts/${two.slug}`
  await look(url)
  hold.resolve()
  await Promise.all([first, second])
  await expect.poll(() => look(url), { interval: 20, timeout: 5_000 }).toContain('One at once')
  await expect
    .poll(() => look(`/posts/${one.slug}`), { interval: 20, timeout: 5_000 })
    .toContain('Two at once')
})

async function waitsForLock(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ waits: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted) AS waits`
  return row?.waits === true
}

test('an expiry with names in any script is heard', async () => {
  const tags = Array.from({ length: 40 }, (_, at) => `${'語'.repeat(90)}${at}`)
  const post = await live('Many long names', { tags })
  expect(await look(post.url)).toContain('Many long names')
})

test('a page whose address begins like that of search is kept', async () => {
  const page = await createPost(owner, contentWith({ kind: 'page', title: 'Advice', slug: 'search-advice' }))
  await publishPost(owner, page)
  await keep('/search-advice')
})

test('a rendering that began before a commit is answered but not kept', async () => {
  const post = await live('Read before the commit')
  await keep('/')
  counts.clear()
  pages.expire(['all'])
  const gate = Promise.withResolvers<void>()
  pause = gate.promise
  const slow = look(post.url)
  await expect.poll(() => counts.get(post.url), { interval: 5, timeout: 10_000 }).toBe(1)
  pause = null
  await unpublishPost(owner, post.id)
  await look('/')
  await expect
    .poll(async () => (await look('/')).includes('Read before the commit'), { interval: 5, timeout: 10_000 })
    .toBe(false)
  gate.resolve()
  expect(await slow).toContain('Read before the commit')
  await heard(post.url)
})

test('a page never outlives the next moment that concerns it, and never shows it early', async () => {
  const post = await createPost(owner, contentWith({ title: 'On the second' }))
  const due = new Date((await databaseNow(db)).getTime() + 700)
  await schedulePost(owner, { ...post, date: due, zone: 'UTC' })
  await heard('/')
  let shown = false
  while (!shown) {
    const text = await look('/')
    const now = await databaseNow(db)
    shown = text.includes('On the second')
    if (shown) expect(now.getTime()).toBeGreaterThanOrEqual(due.getTime())
    else expect(now.getTime()).toBeLessThan(due.getTime() + 1_000)
  }
})

test('a planned moment ends the pages that it concerns and leaves the others', async () => {
  const far = await live('Older and unrelated', { tags: ['unmoved'] })
  await live('In between')
  await live('The newest so far')
  const post = await createPost(owner, contentWith({ title: 'In a moment', tags: ['momentary'] }))
  const due = new Date((await databaseNow(db)).getTime() + 3_000)
  await schedulePost(owner, { ...post, date: due, zone: 'UTC' })
  await heard('/')
  for (const url of ['/', far.url, '/tags/unmoved', '/tags/momentary']) await keep(url)
  expect(pages.mayShare()).toBe(false)
  counts.clear()
  await expect.poll(() => look('/'), { interval: 20, timeout: 10_000 }).toContain('In a moment')
  expect(await look('/tags/momentary')).toContain('In a moment')
  for (const url of [far.url, '/tags/unmoved']) await look(url)
  expect(pages.mayShare()).toBe(true)
  expect([counts.get(far.url), counts.get('/tags/unmoved')]).toEqual([undefined, undefined])
})

test('while nobody tells us of changes, kept pages are trusted for a while, and forgotten when somebody does again', async () => {
  const { url } = await live('Kept through a loss')
  await keep(url)
  await db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN octavo_expire%' AND datname = current_database()`
  expect(expiry.isTrusted()).toBe(true)
  await heard(url)
  expect(await look(url)).toContain('Kept through a loss')
})
