import { expect, test } from 'vitest'
import { compareContents } from '@/domain/posts/compare'
import { emptyContent, type PostContent } from '@/domain/posts/schema'

const names: Record<string, string> = { a: 'Ada', b: 'Ben' }

function changes(before: Partial<PostContent>, after: Partial<PostContent>) {
  return compareContents(
    { ...emptyContent, ...before },
    { ...emptyContent, ...after },
    (id) => names[id] ?? 'Somebody',
  )
}

test('two versions that say the same have no changes', async () => {
  expect(await changes({ title: 'One', tags: ['a'] }, { title: 'One', tags: ['a'] })).toEqual([])
})

test('a text is compared by word, a list by item, a switch by what it was', async () => {
  const found = await changes(
    { title: 'A quick fox', tags: ['red', 'blue'], toc: true, bylineIds: ['a'] },
    { title: 'A slow fox', tags: ['red', 'green'], toc: false, bylineIds: ['a', 'b'] },
  )
  expect(
    found.map(({ label, shape, parts }) => [label, shape, parts.map(({ is, text }) => `${is} ${text}`)]),
  ).toEqual([
    ['Title', 'text', ['same A ', 'removed quick', 'added slow', 'same  fox']],
    ['Tags', 'list', ['same red', 'removed blue', 'added green']],
    ['Authors', 'list', ['same Ada', 'added Ben']],
    ['Table of contents', 'value', ['removed On', 'added Off']],
  ])
})

test('every field of a post can be seen to change', async () => {
  const before: PostContent = { ...emptyContent }
  const after: PostContent = {
    kind: 'post', title: 'T', subtitle: 'S', description: 'D', slug: 's', body: 'B', tags: ['t'], series: [{ name: 'S', position: 2 }],
    bylineIds: ['a'], featuredImage: '/f', featuredImageAlt: 'F', thumbnail: '/t', audio: '/a', canonicalUrl: '/c', comments: false,
    toc: false, noindex: true, math: 'dollars',
  } // prettier-ignore
  const { kind: _kind, ...fields } = after
  const found = await compareContents(before, after, (id) => id)
  expect(found.map(({ field }) => field).sort()).toEqual(Object.keys(fields).sort())
})
