import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { idsAround, idsBetween, mendPlaces, type Places, placesOf } from '@/domain/posts/list-places'
import { seeded } from '@/prisma/seed/seeded'

type Post = { id: string; date: number }

/** As Postgres sends them. */
function listed(posts: readonly Post[]): Places {
  const inOrder = [...posts].sort((a, b) => b.date - a.date || (a.id < b.id ? 1 : -1))
  const bytes = inOrder.map(({ id, date }) => {
    const place = Buffer.alloc(24)
    place.write(id.replaceAll('-', ''), 'hex')
    place.writeDoubleBE(date, 16)
    return place
  })
  return placesOf(Buffer.concat(bytes))
}

const all = (places: Places) => idsBetween(places, 0, places.length)

test('a part of a list is what a slice of it would be, and nothing lies outside', () => {
  const posts = Array.from({ length: 5 }, (_, number) => ({ id: randomUUID(), date: -number }))
  const ids = posts.map(({ id }) => id)
  const places = listed(posts)
  expect(places.length).toBe(5)
  expect(idsBetween(places, 1, 3)).toEqual(ids.slice(1, 3))
  expect(idsBetween(places, -2, 9)).toEqual(ids)
  expect(idsBetween(places, 7, 9)).toEqual([])
  expect(idsBetween(places, 3, 1)).toEqual([])
  expect(all(placesOf(null))).toEqual([])
})

test('next to a date stand those that are not older, and as many that are', () => {
  const dates = [30, 20, 20, 10, -5]
  const posts = dates.map((date) => ({ id: randomUUID(), date }))
  const datesOf = (ids: string[]) => ids.map((id) => posts.find((post) => post.id === id)?.date)
  const places = listed(posts)
  expect(datesOf(idsAround(places, new Date(20), 1))).toEqual([20, 10])
  expect(datesOf(idsAround(places, new Date(20), 2))).toEqual([20, 20, 10, -5])
  expect(datesOf(idsAround(places, new Date(99), 1))).toEqual([30])
  expect(datesOf(idsAround(places, new Date(-99), 2))).toEqual([10, -5])
})

test('a list that is mended is what it would be made anew, whatever came, went and moved, also at one date', () => {
  const random = seeded(7)
  let posts: Post[] = []
  const places = listed(posts)
  for (let round = 0; round < 200; round++) {
    const changed = posts.filter(() => random() < 0.2).map(({ id }) => id)
    const kept = posts.filter(({ id }) => !changed.includes(id))
    const moved = changed.filter(() => random() < 0.7)
    const others = [...moved, randomUUID()].map((id) => ({ id, date: Math.floor(random() * 9) - 4 }))
    posts = [...kept, ...others]
    mendPlaces(places, changed, listed(others))
    expect(all(places)).toEqual(all(listed(posts)))
  }
  expect(places.length).toBeGreaterThan(10)
})

test('what was taken out already is not found again in the room behind the list', () => {
  const posts = [3, 2, 1].map((date) => ({ id: randomUUID(), date }))
  const [a, b, last] = posts.map(({ id }) => id)
  const places = listed(posts)
  for (let time = 0; time < 2; time++) mendPlaces(places, [String(last)], placesOf(null))
  expect(all(places)).toEqual([a, b])
})

test('an id that can be read across two places is not taken for one', () => {
  const [a, b] = ['00000000-0000-4000-8000-00000000aaaa', '0000bbbb-0000-4000-8000-000000000000']
  const places = listed([
    { id: a, date: 2 },
    { id: b, date: 1 },
  ])
  const across = places.bytes.toString('hex', 20, 36).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  mendPlaces(places, [across], placesOf(null))
  expect(all(places)).toEqual([a, b])
})
