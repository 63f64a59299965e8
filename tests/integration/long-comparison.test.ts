import { afterAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import { createPost, savePost } from '@/domain/posts/commands'
import { publishPost } from '@/domain/posts/publish'
import { compareVersions } from '@/domain/posts/version-comparison'
import { contentWith, personWith } from '@/tests/support/posts'

afterAll(closeRenderPool)

test('a long text is compared in a thread, with the outcome of a short one', async () => {
  const ada = await personWith('owner')
  const words = Array.from({ length: 8_000 }, (_, at) => `word${at % 700}${at % 50 === 49 ? '.\n\n' : ' '}`)
  const before = words.join('').trim()
  const post = await createPost(ada, contentWith({ title: 'Long', body: before }))
  await publishPost(ada, post)
  const after = before.replace('word450 ', 'another ')
  await savePost(ada, { ...post, content: contentWith({ title: 'Long', body: after }) })
  const comparison = await compareVersions(ada, { id: post.id, to: null, from: 1 })
  const text = comparison?.changes.find(({ field }) => field === 'body')
  expect(text?.parts.filter(({ is }) => is !== 'same')).toEqual([
    { is: 'removed', text: 'word450' },
    { is: 'added', text: 'another' },
  ])
  expect(
    text?.parts
      .filter(({ is }) => is !== 'removed')
      .map(({ text }) => text)
      .join(''),
  ).toBe(after)
})
