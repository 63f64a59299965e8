import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerFeed } from '@/app/_http/feed'
import { changeSettings } from '@/domain/settings/commands'
import { getSettings } from '@/domain/settings/queries'
import { settingsInput } from '@/domain/settings/schema'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { createPost, savePost } from '@/domain/posts/commands'
import { publishPost, unpublishPost, updatePost } from '@/domain/posts/publish'
import { db } from '@/lib/db'
import { problemsOfAtom, problemsOfRss } from '@/tests/support/feed-rules'
import { contentWith, letTimePass, personWith } from '@/tests/support/posts'
import { parseXml, type XmlElement } from '@/tests/support/xml'

let owner: Actor & { id: string }
beforeAll(async () => {
  process.env.SITE_URL = 'https://blog.example'
  owner = await personWith('owner')
})
afterAll(closeRenderPool)

async function live(title: string, part = {}) {
  const post = await createPost(
    owner,
    contentWith({ title, body: `About ${title}, [more](/more).`, ...part }),
  )
  await publishPost(owner, post)
  return post
}

async function feed(name = 'feed.xml') {
  const answer = await answerFeed(name, 'everything')
  return { text: await answer.text(), modified: Date.parse(answer.headers.get('last-modified') ?? '') }
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

async function entryOf(title: string) {
  const { text } = await feed('atom.xml')
  const entry = childrenOf(parseXml(text), 'entry').find(({ children }) => children[0]?.text === title)
  const textOf = (name: string) => entry?.children.find((child) => child.name === name)?.text
  return { id: textOf('id'), updated: textOf('updated'), content: textOf('content') }
}

async function change(part: object) {
  await changeSettings(owner, settingsInput.parse({ ...(await getSettings()), ...part }))
}

test('the feeds of site, tag, series and author are valid and hold the same post', async () => {
  const { id } = await personWith('author', 'Ada </b> L')
  await live('In every list', {
    tags: ['Time & tide'],
    series: [{ name: 'A series', position: 1 }],
    bylineIds: [id],
  })
  const person = await db.person.findUniqueOrThrow({ where: { id } })
  const tag = await db.tag.findFirstOrThrow()
  const series = await db.series.findFirstOrThrow()
  const places = [['everything', ''], ['tag', tag.slug], ['series', series.slug], ['author', person.slug]] as const // prettier-ignore
  for (const [of, slug] of places) {
    const rss = await (await answerFeed('feed.xml', of, slug)).text()
    expect(rss).toContain('In every list')
    expect(problemsOfRss(rss)).toEqual([])
    expect(problemsOfAtom(await (await answerFeed('atom.xml', of, slug)).text())).toEqual([])
  }
})

test('an entry keeps its identity under another title and slug, and `updated` moves only with a real update', async () => {
  const post = await live('First name')
  await letTimePass(post.id, 3_600_000)
  const before = await entryOf('First name')
  const renamed = contentWith({ title: 'Second name', slug: 'second-name', body: 'Mended.' })
  const saved = await savePost(owner, { ...post, content: renamed })
  await updatePost(owner, { ...saved, announce: false })
  const mended = await entryOf('Second name')
  expect(mended).toEqual({ ...before, content: '<p>Mended.</p>' })
  await updatePost(owner, { ...saved, announce: true })
  const announced = await entryOf('Second name')
  expect(announced.id).toBe(before.id)
  expect(Date.parse(announced.updated ?? '')).toBeGreaterThan(Date.parse(before.updated ?? ''))
})

test('a feed is dated by what changed in it, also when a post left it', async () => {
  const post = await live('Leaving soon')
  for (const { id } of await db.post.findMany()) await letTimePass(id, 7_200_000)
  await db.settings.updateMany({ data: { changedAt: new Date(Date.now() - 7_200_000) } })
  const before = await feed()
  expect(before.text).toContain('Leaving soon')
  await unpublishPost(owner, post.id)
  const after = await feed()
  expect(after.text).not.toContain('Leaving soon')
  expect(after.modified).toBeGreaterThan(before.modified)
})

test('the settings say how many posts a feed holds and whether it carries whole texts', async () => {
  await live('The newest')
  await change({ postsPerFeed: 1 })
  const { text } = await feed()
  expect(text.match(/<item>/g)).toHaveLength(1)
  expect(text).toContain('https://blog.example/more')
  await change({ feedContent: 'summary' })
  const summaries = await feed()
  expect(summaries.text).toContain('About The newest, more.')
  expect(summaries.text).not.toContain('https://blog.example/more')
  expect(problemsOfRss(summaries.text)).toEqual([])
  expect(problemsOfAtom((await feed('atom.xml')).text)).toEqual([])
})
