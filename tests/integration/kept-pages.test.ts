import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import { addMedia, describeMedia, removeMedia } from '@/domain/media/commands'
import { changePerson, disablePerson } from '@/domain/people/commands'
import type { Actor } from '@/domain/permissions'
import { actOnPosts } from '@/domain/posts/bulk'
import { createPost, duplicatePost, savePost } from '@/domain/posts/commands'
import { pinPost } from '@/domain/posts/pin'
import { expirePost, publishPost, schedulePost, unpublishPost, updatePost } from '@/domain/posts/publish'
import type { PostContent } from '@/domain/posts/schema'
import { deletePost, restorePost, trashPost } from '@/domain/posts/trash'
import { changeSettings } from '@/domain/settings/commands'
import { getSettings } from '@/domain/settings/queries'
import { settingsInput } from '@/domain/settings/schema'
import { changeTag, deleteTag, mergeTags } from '@/domain/tags/commands'
import { db } from '@/lib/db'
import { trustExpiries } from '@/lib/remembered'
import { type Expiry, followExpiry } from '@/server/expiry'
import { createPages, type Pages } from '@/server/pages'
import { contentWith, personWith } from '@/tests/support/posts'
import { NOTHING, readAddress } from '@/tests/support/readings'

let owner: Actor & { id: string }
let other: Actor & { id: string }
let pages: Pages
let expiry: Expiry
let marks = 0

beforeAll(async () => {
  owner = await personWith('owner', 'Ada')
  other = await personWith('author', 'Ben')
  const next = async (request: { url?: string }, response: Answering) => {
    const text = await readAddress(request.url ?? '')
    response.statusCode = text === NOTHING ? 404 : 200
    response.setHeader('content-type', 'application/json')
    response.end(text)
  }
  pages = createPages(next, () => expiry.isTrusted())
  expiry = await followExpiry(process.env.DATABASE_URL ?? '', (tags) => {
    pages.expire(tags)
    if (tags.includes('mark')) marks += 1
  })
})
afterAll(async () => {
  await expiry.stop()
  await closeRenderPool()
})

type Answering = { statusCode: number; setHeader(name: string, value: string): void; end(text: string): void }

async function addresses(): Promise<string[]> {
  const rows = await db.publication.findMany({ distinct: ['path'], select: { path: true } })
  const people = await db.person.findMany({ select: { slug: true } })
  const fixed = ['/', '/page/2', '/page/3', '/tags', '/series', '/authors', '/archive', '/archive-of', '/sitemap', '/settings', '/feed'] // prettier-ignore
  return [
    ...fixed,
    ...['red', 'green', 'blue'].flatMap((name) => [`/tags/${name}`, `/series/${name}`]),
    ...['/feed-of-tag/red', '/feed-of-series/red', `/feed-of-author/${people[0]?.slug}`],
    ...people.map(({ slug }) => `/authors/${slug}`),
    ...rows.map(({ path }) => path),
  ]
}

async function look(url: string): Promise<string> {
  const prepared = await pages.page({ url, status: 200, otherwise: { url: '/settings', status: 404 } })
  return (await prepared.variantFor('')).body.toString()
}

/** Read anew, with nothing remembered. */
async function readAnew(url: string): Promise<string> {
  trustExpiries(() => false)
  try {
    return await readAddress(url)
  } finally {
    trustExpiries(() => expiry.isTrusted())
  }
}

/** Returns when everything that was committed so far has been heard. */
async function hearEverything(): Promise<void> {
  const wanted = marks + 1
  await db.$executeRaw`SELECT pg_notify('octavo_expire', '["mark"]')`
  await expect.poll(() => marks, { interval: 2, timeout: 10_000 }).toBe(wanted)
  await look('/settings')
}

/** Keeps every page, does the act, and compares what is still kept, and what is read with what is remembered, with a new reading. */
async function expectFreshAfter(name: string, act: () => Promise<unknown>): Promise<void> {
  for (const url of await addresses()) await look(url)
  await act()
  await hearEverything()
  for (const url of await addresses()) {
    const anew = await readAnew(url)
    const kept = pages.kept(url)
    if (kept !== null) {
      const { body } = await kept.variantFor('')
      expect(body.toString(), `${url} as it is kept after: ${name}`).toBe(anew)
    }
    if (anew !== NOTHING) expect(await look(url), `${url} as it is made after: ${name}`).toBe(anew)
  }
}

async function write(part: Partial<PostContent>): Promise<{ id: string; version: number; slug: string }> {
  return createPost(owner, contentWith({ bylineIds: [owner.id], ...part }))
}

async function live(part: Partial<PostContent>) {
  const post = await write(part)
  await publishPost(owner, post)
  return post
}

const SVG = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>',
)
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

test('after every act of the desk each page is what it would be if it were made anew', async () => {
  const picture = await addMedia(owner, {
    fileName: 'a.svg',
    bytes: SVG,
    alt: 'Before',
    source: 'x',
    sourcePath: 'a',
  })
  const src = `/media/${picture.key}`
  const series = (name: string, position: number | null = null) => [{ name, position }]
  const one = await live({ title: 'One', tags: ['red'] })
  const two = await live({
    title: 'Two',
    tags: ['red', 'green'],
    series: series('red', 1),
    featuredImage: src,
    audio: src,
  })
  for (const title of ['Three', 'Four', 'Five', 'Six']) await live({ title, tags: ['blue'] })
  let post = await write({ title: 'Seven', tags: ['green'], series: series('green') })
  const about = await write({ kind: 'page', title: 'About', slug: 'about' })

  async function update(part: Partial<PostContent>) {
    const content = contentWith({ bylineIds: [owner.id], title: 'Seven', slug: post.slug, ...part })
    post = await savePost(owner, { ...post, content })
    await updatePost(owner, { ...post, announce: true })
  }

  await expectFreshAfter('publish', () => publishPost(owner, post))
  await expectFreshAfter('publish a page', () => publishPost(owner, about))
  await expectFreshAfter('update the text', () =>
    update({ body: 'Else', tags: ['green'], series: series('green') }),
  )
  await expectFreshAfter('update the title', () =>
    update({ title: 'Sept', tags: ['green'], series: series('green') }),
  )
  await expectFreshAfter('change tags', () => update({ tags: ['red', 'blue'], series: series('green') }))
  await expectFreshAfter('take the tags away', () => update({ series: series('green') }))
  await expectFreshAfter('change the series', () => update({ series: series('red', 0) }))
  await expectFreshAfter('take the series away', () => update({}))
  await expectFreshAfter('change the author', () => update({ bylineIds: [other.id] }))
  await expectFreshAfter('change the slug', () =>
    update({ slug: 'siebtens', bylineIds: [owner.id, other.id] }),
  )
  await expectFreshAfter('pin', () => pinPost(owner, { id: one.id, pinned: true }))
  await expectFreshAfter('pin another', () => pinPost(owner, { id: two.id, pinned: true }))
  await expectFreshAfter('unpublish the pinned', () => unpublishPost(owner, two.id))
  await expectFreshAfter('publish it again', () => publishPost(owner, two))
  await expectFreshAfter('unpin', () => pinPost(owner, { id: two.id, pinned: false }))
  await expectFreshAfter('schedule a live one', () =>
    schedulePost(owner, { ...two, date: inHours(1), zone: 'UTC' }),
  )
  await expectFreshAfter('schedule for the past', () =>
    schedulePost(owner, { ...two, date: inHours(-10_000), zone: 'UTC' }),
  )
  await expectFreshAfter('plan an expiry', () => expirePost(owner, { id: post.id, expiresAt: inHours(1) }))
  await expectFreshAfter('expire', () => expirePost(owner, { id: two.id, expiresAt: inHours(-1) }))
  await expectFreshAfter('let it be seen again', () => expirePost(owner, { id: two.id, expiresAt: null }))
  await expectFreshAfter('describe a picture', () => describeMedia(owner, { id: picture.id, alt: 'After' }))
  await expectFreshAfter('remove a picture', () => removeMedia(owner, picture.id))
  await expectFreshAfter('change a person', () =>
    changePerson(owner, { id: other.id, name: 'Cy', bio: 'B', url: null }),
  )
  await expectFreshAfter('disable a person', () => disablePerson(owner, other.id))
  const tags = new Map((await db.tag.findMany()).map(({ slug, id }) => [slug, id]))
  const tag = (slug: string) => tags.get(slug) ?? ''
  await expectFreshAfter('rename a tag', () =>
    changeTag(owner, { id: tag('red'), name: 'Rouge', description: 'D' }),
  )
  await expectFreshAfter('merge tags', () => mergeTags(owner, { from: tag('green'), into: tag('red') }))
  await expectFreshAfter('delete a tag', () => deleteTag(owner, tag('blue')))
  await expectFreshAfter('change the settings', async () => {
    const settings = await getSettings()
    await changeSettings(owner, settingsInput.parse({ ...settings, title: 'Else', postsPerPage: 2 }))
  })
  await expectFreshAfter('trash', () => trashPost(owner, one.id))
  await expectFreshAfter('restore', () => restorePost(owner, one.id))
  await expectFreshAfter('publish after the trash', () => publishPost(owner, one))
  await expectFreshAfter('duplicate', () => duplicatePost(owner, one.id))
  await expectFreshAfter('unpublish many', () =>
    actOnPosts(owner, { act: 'unpublish', ids: [one.id, post.id, about.id] }),
  )
  await expectFreshAfter('trash and delete', async () => {
    await trashPost(owner, two.id)
    await deletePost(owner, two.id)
  })
})
