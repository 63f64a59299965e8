import { afterAll, beforeAll, expect, test } from 'vitest'
import { resolveAddress } from '@/domain/addresses/resolve'
import { listLinksHere } from '@/domain/links/queries'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { SignedIn } from '@/domain/permissions'
import { createPost, savePost } from '@/domain/posts/commands'
import { publishPost, schedulePost, unpublishPost, updatePost } from '@/domain/posts/publish'
import { db } from '@/lib/db'
import { contentWith, personWith } from '@/tests/support/posts'

let owner: SignedIn
beforeAll(async () => {
  process.env.SITE_URL = 'https://blog.example'
  owner = await personWith('owner')
})
afterAll(closeRenderPool)

async function live(title: string, body = 'Text.', part = {}) {
  const post = await createPost(owner, contentWith({ title, body, ...part }))
  await publishPost(owner, post)
  return post
}

/** Gives a live post another slug. */
async function rename(post: { id: string; version: number }, title: string, slug: string) {
  const saved = await savePost(owner, { ...post, content: contentWith({ title, slug }) })
  await updatePost(owner, { ...saved, announce: false })
  return saved
}

const titlesOf = async (id: string, by = owner) =>
  (await listLinksHere(by, [id])).posts.map(({ title }) => title)

test('posts that link by the address, an old one, a whole or a relative one are listed, and no other', async () => {
  const target = await live('Größe', 'Text.', { slug: 'größe' })
  await rename(target, 'Größe', 'größer')
  await db.address.create({ data: { path: '/2019/groesse.html', postId: target.id } })
  await live('By path', 'x\n\n[the size](/posts/gr%C3%B6%C3%9Fer#top)')
  await live('By old path', '[x](/posts/größe)')
  await live('By imported path', '[x](/2019/groesse.html)')
  await live('By whole address', '[x](https://blog.example/posts/größer/)')
  await live('By another scheme', '<a href="http://blog.example/posts/größer">x</a>')
  await live('Relative', '[x](größer) and [y](./größer)')
  await live('Of another host', '[x](https://example.org/posts/größer)')
  await live('Only words', '/posts/größer, `[x](/posts/größer)`')
  await createPost(owner, contentWith({ title: 'A draft', body: '[x](/posts/größer)' }))
  await unpublishPost(owner, (await live('Taken back', '[x](/posts/größer)')).id)
  const { posts, total } = await listLinksHere(owner, [target.id])
  expect(posts.map(({ title }) => title).sort()).toEqual([
    'By another scheme',
    'By imported path',
    'By old path',
    'By path',
    'By whole address',
    'Relative',
  ])
  expect(total).toBe(6)
  const byPath = posts.find(({ title }) => title === 'By path')
  expect(byPath).toMatchObject({ path: '/posts/by-path', edit: true })
  expect(byPath?.places).toEqual([{ href: '/posts/gr%C3%B6%C3%9Fer#top', text: 'the size', line: 3 }])
  expect(posts.find(({ title }) => title === 'Relative')?.places).toHaveLength(2)
})

test('what is scheduled counts, for those who see it at the desk; others learn only of what readers see', async () => {
  const author = await personWith('author')
  const target = await createPost(author, contentWith({ title: 'Linked' }))
  await publishPost(author, target)
  await live('Open', '[x](/posts/linked)')
  const secret = await createPost(owner, contentWith({ title: 'Secret', body: '[x](/posts/linked)' }))
  await schedulePost(owner, { ...secret, date: new Date(Date.now() + 3_600_000), zone: 'UTC' })
  expect((await titlesOf(target.id)).sort()).toEqual(['Open', 'Secret'])
  const seen = await listLinksHere(author, [target.id])
  expect(seen.posts.map(({ title, edit }) => [title, edit])).toEqual([['Open', false]])
  expect(seen.total).toBe(1)
  const stranger = await personWith('author')
  await expect(listLinksHere(stranger, [target.id])).rejects.toMatchObject({ code: 'forbidden' })
})

test('of a text that was mended only the links that readers have count', async () => {
  const target = await live('Once linked')
  const linking = await live('Mended link', '[x](/posts/once-linked)')
  expect(await titlesOf(target.id)).toEqual(['Mended link'])
  const saved = await savePost(owner, {
    ...linking,
    content: contentWith({ title: 'Mended link', body: 'x' }),
  })
  expect(await titlesOf(target.id)).toEqual(['Mended link'])
  await updatePost(owner, { ...saved, announce: false })
  expect(await titlesOf(target.id)).toEqual([])
})

test('an old slug leads on in one step, there and back, and whoever takes it over has it', async () => {
  const a = await live('Walker', 'x', { slug: 'walker-a' })
  const b = await rename(a, 'Walker', 'walker-b')
  const c = await rename(b, 'Walker', 'walker-c')
  expect(await resolveAddress('/posts/walker-a')).toEqual({ is: 'moved', to: '/posts/walker-c' })
  expect(await resolveAddress('/posts/walker-b')).toEqual({ is: 'moved', to: '/posts/walker-c' })
  await rename(c, 'Walker', 'walker-a')
  expect(await resolveAddress('/posts/walker-a')).toEqual({ is: 'live' })
  expect(await resolveAddress('/posts/walker-b')).toEqual({ is: 'moved', to: '/posts/walker-a' })
  await live('Taker', 'x', { slug: 'walker-b' })
  expect(await resolveAddress('/posts/walker-b')).toEqual({ is: 'live' })
  expect(await resolveAddress('/posts/walker-c')).toEqual({ is: 'moved', to: '/posts/walker-a' })
})

test('of several posts that leave together, only links of others count, and what is not to be read stays untold', async () => {
  const author = await personWith('author')
  const mine = await createPost(
    author,
    contentWith({ title: 'Leaves first', body: '[x](/posts/leaves-second)' }),
  )
  await publishPost(author, mine)
  const second = await live('Leaves second', '[x](/posts/leaves-first)')
  await live('Leads to both', '[x](/posts/leaves-first) and [y](/posts/leaves-second)')
  const all = await listLinksHere(owner, [mine.id, second.id])
  expect(all.posts.map(({ title, places }) => [title, places.length])).toEqual([['Leads to both', 2]])
  const hidden = await createPost(owner, contentWith({ title: 'Hidden', slug: 'hidden-one' }))
  await live('Leads to a draft', '[x](/posts/hidden-one)')
  expect((await listLinksHere(author, [mine.id, hidden.id])).posts.map(({ title }) => title)).not.toContain(
    'Leads to a draft',
  )
})
