import { expect, test } from 'vitest'
import { createPageStore } from '@/server/page-store'

function storeOf(maxBytes = 1_000) {
  return createPageStore<string>(maxBytes)
}

function kept(page: string, tags: string[] = [], bytes = 10) {
  return { page, tags: new Set(tags), bytes }
}

test('a change drops the pages that were read from it and leaves the others', () => {
  const store = storeOf()
  store.put('/a', kept('a', ['post:1', 'posts']), store.generation())
  store.put('/b', kept('b', ['post:2']), store.generation())
  store.expire(['post:1'])
  expect(store.get('/a')).toBe(null)
  expect(store.get('/b')).toBe('b')
  store.expire(['all'])
  expect(store.keys()).toEqual([])
})

test('a rendering that began before a change of what it read is not kept', () => {
  const store = storeOf()
  const began = store.generation()
  store.expire(['post:1'])
  store.put('/a', kept('old', ['post:1']), began)
  store.put('/b', kept('unrelated', ['post:2']), began)
  expect(store.get('/a')).toBe(null)
  expect(store.get('/b')).toBe('unrelated')
  const again = store.generation()
  store.expire(['all'])
  store.put('/b', kept('old', ['post:2']), again)
  expect(store.get('/b')).toBe(null)
})

test('memory is bounded: what nobody asked for longest goes first, and no page takes it all', () => {
  const store = storeOf(100)
  for (let number = 0; number < 10; number++) store.put(`/${number}`, kept('x'), store.generation())
  expect(store.get('/0')).toBe('x')
  store.put('/10', kept('x'), store.generation())
  expect(store.get('/0')).toBe('x')
  expect(store.get('/1')).toBe(null)
  store.put('/huge', kept('x', [], 50), store.generation())
  expect(store.get('/huge')).toBe(null)
  expect(store.keys()).toHaveLength(10)
})

test('what is asked for while there is much room keeps its place, and what is asked for later does not', () => {
  const store = storeOf(100)
  for (let number = 0; number < 5; number++) store.put(`/${number}`, kept('x'), store.generation())
  store.get('/0')
  expect(store.keys()[0]).toBe('/0')
  store.put('/5', kept('x'), store.generation())
  store.get('/0')
  expect(store.keys()).toEqual(['/1', '/2', '/3', '/4', '/5', '/0'])
})

test('more changes than can be remembered count as a change of everything', () => {
  const store = storeOf()
  const began = store.generation()
  store.expire(['post:first'])
  for (let number = 0; number < 10_001; number++) store.expire([`post:${number}`])
  store.put('/a', kept('old', ['post:first']), began)
  expect(store.get('/a')).toBe(null)
})
