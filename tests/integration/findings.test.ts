import { afterAll, beforeAll, expect, test } from 'vitest'
import { ignoreFinding } from '@/domain/findings/commands'
import { checkPost } from '@/domain/findings/queries'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { SignedIn } from '@/domain/permissions'
import { createPost, savePost } from '@/domain/posts/commands'
import { expirePost, publishPost, schedulePost, unpublishPost, updatePost } from '@/domain/posts/publish'
import { trashPost } from '@/domain/posts/trash'
import { db } from '@/lib/db'
import { contentWith, letTimePass, personWith } from '@/tests/support/posts'

const HOUR = 3_600_000
let owner: SignedIn
beforeAll(async () => {
  process.env.SITE_URL = 'https://blog.example'
  owner = await personWith('owner')
})
afterAll(closeRenderPool)

async function draft(title: string, part = {}, by = owner) {
  return createPost(by, contentWith({ title, description: 'D', ...part }))
}

async function live(title: string, part = {}) {
  const post = await draft(title, part)
  await publishPost(owner, post)
  return post
}

type Post = { id: string; version: number }
async function foundIn(post: Post, { at = null, by = owner }: { at?: Date | null; by?: SignedIn } = {}) {
  const { findings } = await checkPost(by, { id: post.id, version: post.version, at })
  return findings.map(({ sentence }) => sentence)
}

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR)

test('links to what is there at that moment are well, and each other state is told', async () => {
  await live('There', { tags: ['Paper'] })
  const moved = await live('Moved', { slug: 'before' })
  const renamed = await savePost(owner, { ...moved, content: contentWith({ title: 'Moved', slug: 'after' }) })
  await updatePost(owner, { ...renamed, announce: false })
  await db.address.create({ data: { path: '/2019/there.html', target: '/posts/there' } })
  await draft('A draft')
  await trashPost(owner, (await live('In the bin')).id)
  await unpublishPost(owner, (await live('Taken back')).id)
  const expired = await live('Over')
  await letTimePass(expired.id, 2 * HOUR)
  await expirePost(owner, { id: expired.id, expiresAt: new Date(Date.now() - HOUR) })
  const later = await draft('Later')
  await schedulePost(owner, { ...later, date: inHours(5), zone: 'UTC' })
  const paths = [
    '/posts/there', '/posts/before', '/posts/after', '/2019/there.html', '/tags/paper', '/tags/mine', '/tags/paper/feed.xml', '/', '/archive',
    '/feed.xml', '/posts/asking', '/posts/a-draft', '/posts/in-the-bin', '/posts/taken-back', '/posts/over', '/posts/later', '/posts/never',
    '/tags/nothing', '/about-nothing', '/admin',
  ] // prettier-ignore
  const body = paths.map((path) => `[x](${path})`).join('\n\n')
  const asking = await draft('Asking', { body, tags: ['Mine'] })
  const there = [
    'The link “x” leads to “A draft”, which is a draft',
    'The link “x” leads to “In the bin”, which is in the trash',
    'The link “x” leads to “Taken back”, which is a draft',
    'The link “x” leads to /posts/over, which has left the site',
  ]
  const rest = [
    'The link “x” leads to /posts/never, and there is nothing',
    'The link “x” leads to /tags/nothing, and there is nothing',
    'The link “x” leads to /about-nothing, and there is nothing',
    'The link “x” leads to the desk',
  ]
  const notYet = 'The link “x” leads to “Later”, which is not there yet'
  expect(await foundIn(asking)).toEqual([...there, notYet, ...rest])
  expect(await foundIn(asking, { at: inHours(4) })).toEqual([...there, notYet, ...rest])
  expect(await foundIn(asking, { at: inHours(6) })).toEqual([...there, ...rest])
})

test('a contributor learns nothing of what others write: such a link leads to nothing', async () => {
  const contributor = await personWith('contributor')
  await draft('Secret plan')
  await schedulePost(owner, { ...(await draft('Secret launch')), date: inHours(5), zone: 'UTC' })
  await trashPost(owner, (await draft('Secret bin')).id)
  const own = await draft('Own draft', {}, contributor)
  const body =
    '[x](/posts/secret-plan) [x](/posts/secret-launch) [x](/posts/secret-bin) [x](/posts/own-draft)'
  const asking = await draft('By a contributor', { body }, contributor)
  expect(await foundIn(asking, { by: contributor })).toEqual([
    'The link “x” leads to /posts/secret-plan, and there is nothing',
    'The link “x” leads to /posts/secret-launch, and there is nothing',
    'The link “x” leads to /posts/secret-bin, and there is nothing',
    'The link “x” leads to “Own draft”, which is a draft',
  ])
  const stranger = await personWith('author')
  await expect(checkPost(stranger, { ...asking, at: null })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    ignoreFinding(stranger, { id: own.id, key: 'description', ignored: true }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})

test('fields, pictures, sounds and feeds are looked at with what the library knows', async () => {
  const file = { contentType: 'image/webp', bytes: 1, sha256: 'a', fileName: 'a', alt: 'A press' }
  await db.media.create({ data: { ...file, key: 'known.webp', widths: [480] } })
  const body = '![](/media/known.webp)\n\n![A](/media/known.webp.480.webp)\n\n![B](/media/lost.webp)'
  const post = await draft('With files', {
    body,
    description: null,
    featuredImage: '/media/known.webp',
    thumbnail: '/media/lost.webp',
    audio: 'https://example.org/a.mp3',
  })
  expect(await foundIn(post)).toEqual([
    'There is no description',
    'There is no file at /media/lost.webp',
    'Nobody knows how long a.mp3 is',
    'The picture known.webp has no description',
    'There is no file at /media/lost.webp',
  ])
})

test('a slug that is taken at that time stops, and one that leads to another post is told', async () => {
  const first = await live('First of it', { slug: 'contested' })
  const other = await savePost(owner, {
    ...first,
    content: contentWith({ title: 'First of it', slug: 'other' }),
  })
  await updatePost(owner, { ...other, announce: false })
  const second = await draft('Second of it', { slug: 'contested' })
  expect(await foundIn(second)).toEqual([
    '/posts/contested is an old address of “First of it” and leads there',
  ])
  const third = await draft('Third of it')
  await db.$executeRaw`UPDATE revision SET slug = 'other' WHERE post_id = ${third.id}::uuid`
  const { findings } = await checkPost(owner, { ...third, at: null })
  expect(findings[0]).toMatchObject({ sentence: '/posts/other is the address of “First of it”', stops: true })
  await expect(publishPost(owner, third)).rejects.toMatchObject({ code: 'conflict' })
})

test('a text that cannot be shown stops; what is ignored stays ignored, for everybody, until it is minded again', async () => {
  const deep = await draft('Too deep', { body: `${'> '.repeat(200)}x` })
  const { findings } = await checkPost(owner, { ...deep, at: null })
  expect(findings[0]).toMatchObject({ key: 'problem', stops: true })
  const editor = await personWith('editor')
  const post = await draft('Ignored', { description: null })
  const key = 'description'
  await ignoreFinding(owner, { id: post.id, key, ignored: true })
  await ignoreFinding(editor, { id: post.id, key, ignored: true })
  const checked = await checkPost(editor, { ...post, at: null })
  expect(checked.ignored).toEqual([key])
  expect(checked.findings.map((finding) => finding.key)).toEqual([key])
  await ignoreFinding(editor, { id: post.id, key, ignored: false })
  expect((await checkPost(owner, { ...post, at: null })).ignored).toEqual([])
})
