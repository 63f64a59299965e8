import { beforeAll, expect, test } from 'vitest'
import { searchLivePosts } from '@/domain/search/queries'
import { db } from '@/lib/db'

beforeAll(async () => {
  await put({ slug: 'live', title: 'Keeping clocks', text: 'A pendulum swings in the hall.' })
  await put({ slug: 'other', title: 'Bells', text: 'The pendulum is mentioned here, and clocks too.' })
  await put({ slug: 'ahead', title: 'Pendulum ahead', text: 'canary', from: new Date('2199-01-01') })
  await put({ slug: 'over', title: 'Pendulum over', text: 'canary', until: new Date('2001-01-01') })
})

test('a search finds live posts by the forms of their words, title first', async () => {
  const hits = await searchLivePosts('clock')
  expect(hits.map(({ path }) => path)).toEqual(['/posts/live', '/posts/other'])
})

test('a search never finds what is scheduled or over', async () => {
  expect(await searchLivePosts('canary')).toEqual([])
  expect((await searchLivePosts('pendulum')).map(({ path }) => path).sort()).toEqual([
    '/posts/live',
    '/posts/other',
  ])
})

test('an excerpt marks what was found', async () => {
  const [hit] = await searchLivePosts('swings')
  expect(hit?.excerpt.filter((_, at) => at % 2 === 1)).toEqual(['swings'])
})

test.each(['', '   ', '\u0000', '\ud800', "'", '"', '-', '(((', ':*', '<->', '%', 'a'.repeat(100_000)])(
  'the search for %j is answered with nothing found',
  async (query) => {
    expect(await searchLivePosts(query)).toEqual([])
  },
)

type Row = { slug: string; title: string; text: string; from?: Date; until?: Date }

async function put({ slug, title, text, from = new Date('2000-01-01'), until }: Row) {
  const post = await db.post.create({ data: { draft: false, date: from, feedId: `urn:test:${slug}` } })
  const revision = await db.revision.create({
    data: {
      postId: post.id,
      number: 1,
      act: 'created',
      title,
      slug,
      body: text,
      text,
      html: text,
      rendererVersion: 1,
    },
  })
  await db.publication.create({
    data: {
      postId: post.id, revisionId: revision.id, kind: 'post', path: `/posts/${slug}`, date: from, visibleFrom: from,
      visibleUntil: until ?? null,
    }, // prettier-ignore
  })
}
