import { expect, test } from 'vitest'
import { createShelf } from '@/server/front/shelf'
import { type Prepared, prepareAnswer } from '@/server/prepared-answer'

const KILOBYTE = 1_024

function page(text: string, contentType = 'text/html; charset=utf-8'): Prepared {
  return prepareAnswer({ status: 200, contentType, headers: {}, body: Buffer.from(text) })
}

/** As the thread behind lends it: copied on the way from thread to thread. */
async function ready(url: string, prepared: Prepared, accepted: string) {
  return structuredClone({ url, status: 200, variant: await prepared.variantFor(accepted) })
}

const LONG = 'Every page is a promise. '.repeat(40)

test('what lies ready is found for exactly its address and encoding', async () => {
  const shelf = createShelf(100 * KILOBYTE)
  shelf.put(await ready('/posts/a', page(LONG), 'gzip'))
  expect(shelf.find('/posts/a', 'gzip, deflate')?.variant.etag).toMatch(/-gz"$/)
  expect(shelf.find('/posts/a', 'br')).toBe(null)
  expect(shelf.find('/posts/a', undefined)).toBe(null)
  expect(shelf.find('/posts/b', 'gzip')).toBe(null)
})

test('what nobody would compress is the same for everybody', async () => {
  const shelf = createShelf(100 * KILOBYTE)
  shelf.put(await ready('/a.png', page(LONG, 'image/png'), 'br'))
  for (const accepted of ['br', 'gzip', undefined]) expect(shelf.find('/a.png', accepted)).not.toBe(null)
})

test.each([20, 20_000])(
  'the bytes of an answer %i times a sentence long arrive as they were',
  async (times) => {
    const shelf = createShelf(1_000 * KILOBYTE)
    const prepared = page('Ünicode – ≤ 1 second. '.repeat(times))
    shelf.put(await ready('/posts/a', prepared, 'identity'))
    const body = shelf.find('/posts/a', 'identity')?.variant.body ?? ''
    const { body: given } = await prepared.variantFor('identity')
    expect(Buffer.from(String(typeof body === 'string' ? body : body.toString('latin1')), 'latin1')).toEqual(
      given,
    )
  },
)

test('what expired is gone in every encoding', async () => {
  const shelf = createShelf(100 * KILOBYTE)
  for (const encoding of ['br', 'gzip', 'identity']) shelf.put(await ready('/posts/a', page(LONG), encoding))
  shelf.put(await ready('/posts/b', page(LONG), 'br'))
  shelf.remove(['/posts/a'])
  for (const encoding of ['br', 'gzip', 'identity']) expect(shelf.find('/posts/a', encoding)).toBe(null)
  expect(shelf.find('/posts/b', 'br')).not.toBe(null)
})

test('a shelf never holds more than its bytes, whatever is put on it', async () => {
  const shelf = createShelf(50 * KILOBYTE)
  for (let number = 0; number < 200; number += 1)
    shelf.put(await ready(`/posts/${number}`, page(`${number} ${LONG}`), 'identity'))
  const held = Array.from({ length: 200 }, (_, number) => shelf.find(`/posts/${number}`, 'identity'))
  expect(held.filter(Boolean).length).toBeLessThanOrEqual(17)
  expect(shelf.find('/posts/199', 'identity')).not.toBe(null)
})

test('a long address counts like any other byte', async () => {
  const shelf = createShelf(200 * KILOBYTE)
  const urls = Array.from({ length: 20 }, (_, number) => `/icon.svg?${'x'.repeat(15_000)}${number}`)
  for (const url of urls) shelf.put(await ready(url, page('small'), 'identity'))
  expect(urls.filter((url) => shelf.find(url, 'identity') !== null).length).toBeLessThanOrEqual(6)
})
