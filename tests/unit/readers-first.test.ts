import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createReadersFirst } from '@/server/readers-first'

/** Pages that are asked for and end when they are let go. */
function site() {
  const { render, afterReaders } = createReadersFirst()
  const begun: number[] = []
  const pages = Array.from({ length: 6 }, (_, number) => {
    const page = Promise.withResolvers<number>()
    const answer = render(() => {
      begun.push(number)
      return page.promise
    })
    return { answer, end: () => page.resolve(number), fail: () => page.reject(new Error('It broke.')) }
  })
  return { begun, pages, afterReaders }
}

test('four pages are rendered at a time, in the order of asking, and one that fails makes room too', async () => {
  const { begun, pages } = site()
  expect(begun).toEqual([0, 1, 2, 3])
  pages[2]?.end()
  expect(await pages[2]?.answer).toBe(2)
  expect(begun).toEqual([0, 1, 2, 3, 4])
  pages[0]?.fail()
  await expect(pages[0]?.answer).rejects.toThrow('It broke.')
  expect(begun).toEqual([0, 1, 2, 3, 4, 5])
  for (const page of pages) page.end()
  expect(await Promise.all(pages.slice(3).map(({ answer }) => answer))).toEqual([3, 4, 5])
})

test('a job begins when the last page is rendered, or when readers never end', async () => {
  const { pages, afterReaders } = site()
  const happened: string[] = []
  const late = afterReaders().then(() => happened.push('job'))
  await pause(50)
  happened.push('pages')
  for (const page of pages) page.end()
  await late
  expect(happened).toEqual(['pages', 'job'])
  await createReadersFirst().afterReaders()

  const crawled = site()
  const began = performance.now()
  await crawled.afterReaders()
  expect(performance.now() - began).toBeGreaterThan(200)
})
