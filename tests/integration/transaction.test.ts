import { expect, test } from 'vitest'
import { createPost } from '@/domain/posts/commands'
import { findPost } from '@/domain/posts/find'
import { db, transaction } from '@/lib/db'
import { contentWith, personWith } from '@/tests/support/posts'

test('two transactions that wait for each other both end well: one begins again', async () => {
  const [one, two] = [await personWith('author'), await personWith('author')]
  let begun = 0
  const bothHoldOne = Promise.withResolvers<void>()
  const rename = (first: string, second: string, bio: string) =>
    transaction(async (tx) => {
      await tx.person.update({ where: { id: first }, data: { bio } })
      begun += 1
      if (begun === 2) bothHoldOne.resolve()
      await bothHoldOne.promise
      await tx.person.update({ where: { id: second }, data: { bio } })
      return bio
    })
  const done = await Promise.all([rename(one.id, two.id, 'first'), rename(two.id, one.id, 'second')])
  expect(done).toEqual(['first', 'second'])
  expect(begun).toBe(3)
  const people = await db.person.findMany({ where: { id: { in: [one.id, two.id] } }, select: { bio: true } })
  expect(new Set(people.map(({ bio }) => bio)).size).toBe(1)
})

test('commands that lock two posts in opposite order both end well', async () => {
  const owner = await personWith('owner')
  const [one, two] = [await createPost(owner, contentWith()), await createPost(owner, contentWith())]
  let begun = 0
  const bothHoldOne = Promise.withResolvers<void>()
  const lock = (first: string, second: string) =>
    transaction(async (tx) => {
      await findPost(tx, first)
      begun += 1
      if (begun === 2) bothHoldOne.resolve()
      await bothHoldOne.promise
      return (await findPost(tx, second)).id
    })
  expect(await Promise.all([lock(one.id, two.id), lock(two.id, one.id)])).toEqual([two.id, one.id])
  expect(begun).toBe(3)
})

test('what is wrong in itself is tried once', async () => {
  let begun = 0
  const trial = transaction((tx) => {
    begun += 1
    return tx.post.delete({ where: { id: crypto.randomUUID() } })
  })
  await expect(trial).rejects.toThrow('record')
  expect(begun).toBe(1)
})
