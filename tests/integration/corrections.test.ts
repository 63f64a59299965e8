import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerFeed } from '@/app/_http/feed'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { createPost, savePost } from '@/domain/posts/commands'
import { getDeskState } from '@/domain/posts/desk-post'
import { publishPost, schedulePost, unpublishPost, updatePost } from '@/domain/posts/publish'
import { getLivePost } from '@/domain/posts/queries'
import { db } from '@/lib/db'
import { problemsOfAtom, problemsOfRss } from '@/tests/support/feed-rules'
import { contentWith, letTimePass, personWith } from '@/tests/support/posts'

let owner: Actor & { id: string }
beforeAll(async () => {
  process.env.SITE_URL = 'https://blog.example'
  owner = await personWith('owner')
})
afterAll(closeRenderPool)

async function live(title: string, part = {}) {
  const post = await createPost(owner, contentWith({ title, ...part }))
  await publishPost(owner, post)
  return post
}

/** Saves another text and gives it to readers. */
async function mend(post: { id: string; version: number }, body: string, correction: string | null) {
  const { title } = await db.revision.findFirstOrThrow({ where: { postId: post.id } })
  const saved = await savePost(owner, { ...post, content: contentWith({ title, body }) })
  await updatePost(owner, { ...saved, announce: correction !== null, correction })
  return saved
}

const notesOf = async (path: string) =>
  (await getLivePost(path))?.corrections.map(({ html }) => html) ?? 'nothing'

test('notes of correction stand on the page and in feeds, in their order and for good', async () => {
  const first = await live('Mended twice', { body: 'It was 14.' })
  await letTimePass(first.id, 7_200_000)
  const second = await mend(first, 'It was 41.', 'It was *41*, not 14.')
  await letTimePass(first.id, 3_600_000)
  const third = await mend(second, 'It was 40.', 'It was 40 <script>alert(1)</script>')
  await mend(third, 'It was forty.', null)
  const post = await getLivePost('/posts/mended-twice')
  expect(post?.corrections.map(({ html }) => html)).toEqual(['It was <em>41</em>, not 14.', 'It was 40'])
  expect(post?.corrections.at(-1)?.at).toEqual(post?.updated)
  for (const file of ['feed.xml', 'atom.xml']) {
    const text = await (await answerFeed(file, 'everything')).text()
    expect(text.indexOf('not 14.')).toBeLessThan(text.lastIndexOf('It was 40'))
    expect(text).toContain('<strong>Correction, ')
    expect(file === 'feed.xml' ? problemsOfRss(text) : problemsOfAtom(text)).toEqual([])
  }
  await unpublishPost(owner, first.id)
  expect(await notesOf('/posts/mended-twice')).toBe('nothing')
  await publishPost(owner, { id: first.id, version: third.version + 1 })
  expect(await notesOf('/posts/mended-twice')).toHaveLength(2)
})

test('a note about what nobody has seen is refused, and nothing is updated with it', async () => {
  const draft = await createPost(owner, contentWith({ title: 'Not seen' }))
  await schedulePost(owner, { ...draft, date: new Date(Date.now() + 3_600_000), zone: 'UTC' })
  const saved = await savePost(owner, {
    ...draft,
    content: contentWith({ title: 'Not seen either', bylineIds: [owner.id] }),
  })
  const update = updatePost(owner, { ...saved, announce: true, correction: 'Mended' })
  await expect(update).rejects.toMatchObject({ code: 'invalid', details: { field: 'correction' } })
  expect((await getDeskState(owner, draft.id)).changed).toEqual(['title', 'slug'])
})

test('a note made by an older renderer is made anew before it is shown', async () => {
  const post = await live('Old note')
  await mend(post, 'Other.', 'Fine')
  await db.correction.updateMany({
    where: { postId: post.id },
    data: { html: '<b>old</b>', rendererVersion: 1 },
  })
  expect(await notesOf('/posts/old-note')).toEqual(['Fine'])
})

test('unpublished changes are the fields and paragraphs that differ, and none when a text is as it was', async () => {
  const part = { title: 'Counted', tags: ['One'], bylineIds: [owner.id], body: 'A.\n\nB.\n\nC.' }
  const post = await live('Counted', part)
  expect((await getDeskState(owner, post.id)).unpublishedChanges).toBe(0)
  const changed = await savePost(owner, {
    ...post,
    content: contentWith({
      ...part,
      slug: 'counted',
      tags: ['Two'],
      description: 'D',
      body: 'A, changed.\n\nC.\n\nD.',
    }),
  })
  const { sentence, changed: names } = await getDeskState(owner, post.id)
  expect(names).toEqual(['description', 'tags', 'text', 'text'])
  expect(sentence).toMatch(/^Live since .*, 4 unpublished changes$/)
  const moved = contentWith({ ...part, slug: 'counted', body: 'C.\n\nA.\n\nB.' })
  const turned = await savePost(owner, { ...changed, content: moved })
  expect((await getDeskState(owner, post.id)).changed).toEqual(['text'])
  await savePost(owner, { ...turned, content: contentWith({ ...part, slug: 'counted' }) })
  expect((await getDeskState(owner, post.id)).sentence).toMatch(/^Live since [^,]*$/)
})
