import type { APIRequestContext } from '@playwright/test'
import { expect, test } from '@/tests/support/journey'
import { plantCanaries, type Planted } from '@/tests/support/canaries'

// One crawl after the other over the same blog.
test.describe.configure({ mode: 'serial' })

let planted: Planted
test.beforeAll(async () => {
  test.setTimeout(60_000)
  planted = await plantCanaries()
})

const MACHINES = [
  '/',
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/sitemap.xml',
  '/robots.txt',
  '/manifest.webmanifest',
]
const PLACES = ['/archive', '/tags', '/series', '/authors/octavo', '/search', '/login', '/reset', '/page/2']

/** Everything a stranger gets to see: from the known addresses on, whatever they name. The answers, headers included, by address. */
async function crawl(request: APIRequestContext, own: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const waiting = [...MACHINES, ...PLACES, ...planted.asked]
  for (const path of waiting) {
    if (found.has(path) || found.size > 400) continue
    const answer = await request.get(path, { maxRedirects: 0 })
    const text = await answer.text()
    const headers = answer.headersArray().map(({ name, value }) => `${name}: ${value}`)
    found.set(path, [answer.status(), ...headers, text].join('\n'))
    waiting.push(...addressesIn(text, own))
  }
  return found
}

/** Paths of this site in markup, XML and JSON. Searches and files that are the same for everybody are not followed. */
function addressesIn(text: string, own: string): string[] {
  const quoted = text.matchAll(
    /(?:href|src|url|poster)=\\?"([^"\\]+)|<(?:loc|link|guid)>([^<]+)|"(https?:[^"\\]+)"/g,
  )
  return [...quoted]
    .map(([, attribute, element, value]) => attribute ?? element ?? value ?? '')
    .map((address) => address.replaceAll('&amp;', '&').replace(own, ''))
    .filter((address) => /^\/(?!\/)/.test(address) && !/^\/(?:search\?|_next\/|theme\/)/.test(address))
    .map((address) => address.replace(/#.*$/, ''))
}

test('a word of a post that nobody may see is found nowhere', async ({ request, baseURL }) => {
  test.setTimeout(120_000)
  const found = await crawl(request, baseURL ?? '')
  expect(found.size).toBeGreaterThan(40)
  const leaks = [...found].filter(([, answer]) => /hiddenfinch/i.test(answer)).map(([path]) => path)
  expect(leaks).toEqual([])
  // The same crawl finds the word of a public post in each field, so it looks in the right places.
  const all = [...found.values()].join('\n')
  expect(planted.publicWords.filter((word) => !all.includes(word))).toEqual([])
})

test('a search for such a word answers what a search for any unknown word answers', async ({ request }) => {
  const answerTo = async (word: string) =>
    (await (await request.get(`/search?q=${word}`)).text()).replaceAll(word, '')
  for (const word of planted.hiddenWords)
    expect(await answerTo(word), word).toBe(await answerTo('unheardoffinch'))
  expect(await answerTo(planted.publicWords[0] ?? '')).not.toBe(await answerTo('unheardoffinch'))
})

test('the address of a post that nobody may see answers what any unknown address answers, bytes and headers', async ({
  request,
}) => {
  const answerTo = async (path: string) => {
    const answer = await request.get(path, { maxRedirects: 0 })
    const headers = answer.headersArray().filter(({ name }) => name.toLowerCase() !== 'date')
    return { status: answer.status(), headers, text: await answer.text() }
  }
  for (const path of planted.unknown)
    expect(await answerTo(path), path).toEqual(await answerTo('/posts/nothing'))
  for (const path of planted.gone) expect((await answerTo(path)).status, path).toBe(410)
  expect((await answerTo(planted.moved.from)).headers).toContainEqual({
    name: 'location',
    value: planted.moved.to,
  })
})

test('what is taken back is gone from every page that was kept', async ({ request, baseURL }) => {
  test.setTimeout(120_000)
  await planted.takePublicBack()
  // The news travels through the database: within a second, not before the command has ended.
  await expect.poll(async () => (await request.get('/')).text()).not.toContain('publicfinch')
  const found = await crawl(request, baseURL ?? '')
  const leaks = [...found].filter(([, answer]) => /publicfinch/.test(answer)).map(([path]) => path)
  expect(leaks).toEqual([])
})
