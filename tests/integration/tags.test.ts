import { afterAll, beforeAll, expect, test } from 'vitest'
import { resolveAddress } from '@/domain/addresses/resolve'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { createPost } from '@/domain/posts/commands'
import { changeTag, deleteTag, mergeTags } from '@/domain/tags/commands'
import { listDeskTags } from '@/domain/tags/desk'
import { findMovedList } from '@/server/moved-list'
import { contentWith, personWith } from '@/tests/support/posts'

let owner: Actor & { id: string }
beforeAll(async () => {
  owner = await personWith('owner')
  await createPost(owner, contentWith({ title: 'Both', tags: ['Web', 'Internet'] }))
  await createPost(owner, contentWith({ title: 'One', tags: ['Internet'] }))
})
afterAll(closeRenderPool)

async function tagNamed(name: string) {
  const tags = await listDeskTags(owner)
  return tags.find((tag) => tag.name === name) ?? { id: '', slug: '', posts: -1 }
}

test('a tag gets another name and keeps its address', async () => {
  const { id } = await tagNamed('Internet')
  await changeTag(owner, { id, name: 'The net', description: 'Cables.' })
  expect(await tagNamed('The net')).toMatchObject({ slug: 'internet', description: 'Cables.', posts: 2 })
})

test('a name that another tag has in another spelling is refused', async () => {
  const { id } = await tagNamed('The net')
  const change = changeTag(owner, { id, name: ' WEB', description: null })
  await expect(change).rejects.toMatchObject({ code: 'conflict', details: { field: 'name' } })
})

test('two tags become one: each post has it once, and the old address leads to it', async () => {
  const [from, into] = [await tagNamed('The net'), await tagNamed('Web')]
  await mergeTags(owner, { from: from.id, into: into.id })
  expect(await tagNamed('Web')).toMatchObject({ posts: 2 })
  expect(await tagNamed('The net')).toMatchObject({ id: '' })
  expect(await resolveAddress('/tags/internet')).toEqual({ is: 'moved', to: '/tags/web' })
})

test.each(['feed.xml', 'atom.xml', 'feed.json'])(
  'the %s of a merged tag leads to that of the other',
  async (file) => {
    expect(await findMovedList(`/tags/internet/${file}`)).toBe(`/tags/web/${file}`)
    expect(await findMovedList(`/tags/nothing/${file}`)).toBeNull()
  },
)

test('a deep page of a merged tag leads to the first page of the other', async () => {
  expect(await findMovedList('/tags/internet/page/2')).toBe('/tags/web')
  expect(await findMovedList('/tags/nothing/page/2')).toBeNull()
})

test('only editors tend tags', async () => {
  const { id } = await tagNamed('Web')
  await expect(deleteTag(await personWith('author'), id)).rejects.toMatchObject({ code: 'forbidden' })
  await deleteTag(owner, id)
  expect(await listDeskTags(owner)).toEqual([])
})
