import { beforeAll, expect, test } from 'vitest'
import { searchLivePosts } from '@/domain/search/queries'
import { db } from '@/lib/db'

beforeAll(async () => {
  await put({ slug: 'live', title: 'Keeping clocks', text: 'A pendulum swings in the hall.' })
  await put({ slug: 'other', title: 'Bells', text: 'The pendulum is mentioned here, and clocks too.' })
  await put({ slug: 'accents', title: 'Crème brûlée', text: 'A dessert.' })
  await put({ slug: 'signs', title: '한국어 🎉', text: '日本語のテスト' })
  await put({ slug: 'ahead', title: 'Pendulum ahead', text: 'canary', from: new Date('2199-01-01') })
  await put({ slug: 'over', title: 'Pendulum over', text: 'canary', until: new Date('2001-01-01') })
})

const anywhere = { tag: null, year: null, zone: 'UTC' }
const search = async (query: string, within = {}) =>
  (await searchLivePosts(query, { ...anywhere, ...within })).hits
const pathsOf = async (query: string, within = {}) => (await search(query, within)).map(({ path }) => path)

test('a search finds live posts by the forms of their words, title first', async () => {
  expect(await pathsOf('clock')).toEqual(['/posts/live', '/posts/other'])
})

test('a search never finds what is scheduled or over, by its words or by a title like it', async () => {
  expect(await pathsOf('canary')).toEqual([])
  expect(await pathsOf('Pendulumm aheadd')).toEqual([])
  expect((await pathsOf('pendulum')).sort()).toEqual(['/posts/live', '/posts/other'])
})

test('a search understands phrases, exclusion and or, and a word that is not finished', async () => {
  expect(await pathsOf('"pendulum swings"')).toEqual(['/posts/live'])
  expect(await pathsOf('"swings pendulum"')).toEqual([])
  expect(await pathsOf('pendulum -bells')).toEqual(['/posts/live'])
  expect((await pathsOf('swings or bells')).sort()).toEqual(['/posts/live', '/posts/other'])
  expect(await pathsOf('the pendulum swin')).toEqual(['/posts/live'])
  expect(await pathsOf('-pendulum -zebra')).toContain('/posts/accents')
})

test('a search forgives accents, and typing errors where a title comes close', async () => {
  expect(await pathsOf('creme brulee')).toEqual(['/posts/accents'])
  expect(await pathsOf('crème')).toEqual(['/posts/accents'])
  expect(await searchLivePosts('keping cloks', anywhere)).toMatchObject({
    isAlike: true,
    hits: [{ path: '/posts/live' }],
  })
})

test('signs without blanks and emoji are found within what they stand in', async () => {
  for (const query of ['日本語', '本語', '日', 'テスト', '日本語のテスト', '🎉', '한국']) {
    expect(await pathsOf(query), query).toEqual(['/posts/signs'])
  }
  expect(await pathsOf('本日')).toEqual([])
  expect(await pathsOf('🎈')).toEqual([])
})

test('what was rendered later is found, and what was changed is not found by its old words', async () => {
  await db.revision.updateMany({ where: { slug: 'signs' }, data: { text: 'zeppelin 日本語のテスト' } })
  expect(await pathsOf('zeppelin')).toEqual(['/posts/signs'])
  await db.revision.updateMany({ where: { slug: 'signs' }, data: { text: '日本語のテスト' } })
  expect(await pathsOf('zeppelin')).toEqual([])
})

test('a search is narrowed to a tag and to a year', async () => {
  const { id } = await db.revision.findFirstOrThrow({ where: { slug: 'live' }, select: { id: true } })
  await db.revisionTag.create({
    data: {
      position: 0,
      revision: { connect: { id } },
      tag: { create: { name: 'Time', slug: 'time', folded: 'time' } },
    },
  })
  expect(await pathsOf('pendulum', { tag: 'time' })).toEqual(['/posts/live'])
  expect(await pathsOf('pendulum', { tag: 'nothing' })).toEqual([])
  expect((await pathsOf('pendulum', { year: 2000 })).length).toBe(2)
  expect(await pathsOf('pendulum', { year: 1999 })).toEqual([])
  expect(await pathsOf('pendulum', { year: 9999 })).toEqual([])
  expect((await searchLivePosts('pendulum', anywhere)).facets).toEqual({
    tags: [{ name: 'Time', slug: 'time', count: 1 }],
    years: [{ year: 2000, count: 2 }],
  })
})

test('an excerpt marks what was found', async () => {
  const [hit] = await search('swings')
  expect(hit?.excerpt.filter((_, at) => at % 2 === 1)).toEqual(['swings'])
})

test.each([
  '', '   ', '\u0000', '\ud800', "'", '"', '-', '(((', ':*', '<->', '%', '*', '***', '_%_', '\\', "';--", '(a+)+$', '[[:alpha:]]+',
  'a'.repeat(100_000), '('.repeat(5_000), 'q-'.repeat(5_000), '"qqq '.repeat(2_500), '訁'.repeat(10_000),
].map((query) => ({ query, name: JSON.stringify(query.slice(0, 20)) })))('the search for $name is answered with nothing found', async ({ query }) => {
  expect(await search(query)).toEqual([])
}) // prettier-ignore

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
