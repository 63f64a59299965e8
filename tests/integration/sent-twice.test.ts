import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPost } from '@/domain/posts/commands'
import { db } from '@/lib/db'
import { contentWith, personWith } from '@/tests/support/posts'
import { refusalOf } from '@/tests/support/refusal'

test('a post that is sent twice because no answer came begins once', async () => {
  const owner = await personWith('owner')
  const id = randomUUID()
  const content = contentWith({ title: 'Sent twice' })
  expect(await createPost(owner, content, { id })).toMatchObject({ id, version: 1 })
  const refusal = await refusalOf(createPost(owner, content, { id }))
  expect(refusal).toMatchObject({ code: 'conflict', details: { other: { version: 1, by: null } } })
  expect(await db.post.count({ where: { head: { title: 'Sent twice' } } })).toBe(1)
})

test('the id of somebody else’s draft begins nothing and tells nothing', async () => {
  const [owner, author] = await Promise.all([personWith('owner'), personWith('author')])
  const { id } = await createPost(owner, contentWith({ title: 'Not yours' }))
  const refusal = await refusalOf(createPost(author, contentWith({ title: 'Mine' }), { id }))
  expect(refusal.code).toBe('forbidden')
  expect(JSON.stringify(refusal.details)).not.toContain('Not yours')
})
