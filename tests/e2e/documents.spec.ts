import type { Page } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { expect, test } from '@/tests/support/journey'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // React writes `dateTime` and `maxLength`; HTML does not mind.
    'attr-case': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    // A title belongs to its author.
    'long-title': 'off',
    'valid-id': ['error', { relaxed: true }],
  },
})

const UNLISTED = ['/tags', '/series', '/search', '/search?q=clock']
const MISSING = '/nothing-here'

test('every page of the demo is valid HTML, and every address of the sitemap answers', async ({
  request,
}) => {
  test.setTimeout(60_000)
  const sitemap = await (await request.get('/sitemap.xml')).text()
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname)
  expect(listed.length).toBeGreaterThan(15)
  for (const path of [...listed, ...UNLISTED, MISSING]) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(path === MISSING ? 404 : 200)
    const { results } = await validator.validateString(await answer.text())
    const faults = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    )
    expect(faults, path).toEqual([])
  }
})

for (const path of ['/feed.xml', '/atom.xml']) {
  test(`${path} keeps the rules of feed validators`, async ({ page, baseURL }) => {
    await page.goto('/archive')
    const feed = await readFeed(page, path)
    expect(feed.fault).toBe(null)
    expect(feed.self).toBe(`${baseURL}${path}`)
    expect(feed.language).toBe('en')
    expect(feed.items.length).toBeGreaterThan(5)
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length)
    for (const { id, link, date, content, enclosures } of feed.items) {
      expect(id).toMatch(/^urn:uuid:/)
      expect(link).toMatch(/^https?:\/\//)
      expect(date).toMatch(path === '/feed.xml' ? RFC_822 : RFC_3339)
      expect(
        content.elements.filter((name) => UNSAFE.includes(name)),
        link,
      ).toEqual([])
      expect(
        content.addresses.filter((address) => !/^[a-z][a-z0-9+.-]*:/i.test(address)),
        link,
      ).toEqual([])
      expect(
        content.attributes.filter((name) => /^(on|style$)/.test(name)),
        link,
      ).toEqual([])
      for (const { url, length, type } of enclosures) {
        expect(url).toMatch(/^https?:\/\//)
        expect(length).toBeGreaterThan(0)
        expect(type).toMatch(/^audio\//)
      }
    }
    expect(feed.items.some(({ enclosures }) => enclosures.length > 0)).toBe(true)
  })
}

const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const UNSAFE = 'script style iframe object embed link meta base form input button title'.split(' ')

/** A feed as the browser's own XML parser reads it. */
async function readFeed(page: Page, path: string) {
  return page.evaluate(async (address) => {
    const parser = new DOMParser()
    const xml = parser.parseFromString(await (await fetch(address)).text(), 'application/xml')
    const first = (root: ParentNode, selector: string) => root.querySelector(selector)
    const links = [...xml.getElementsByTagNameNS('http://www.w3.org/2005/Atom', 'link')]
    const items = [...xml.querySelectorAll('item, entry')].map((item) => {
      const html = item.getElementsByTagName('content:encoded')[0] ?? first(item, 'content')
      const elements = [
        ...parser.parseFromString(html?.textContent ?? '', 'text/html').body.querySelectorAll('*'),
      ]
      const attributes = elements.flatMap((element) => [...element.attributes])
      const addressed = attributes.filter(({ name }) => ['href', 'src', 'poster', 'cite'].includes(name))
      return {
        id: first(item, 'guid, id')?.textContent ?? '',
        link: first(item, 'link')?.getAttribute('href') ?? first(item, 'link')?.textContent ?? '',
        date: first(item, 'pubDate, published')?.textContent ?? '',
        content: {
          elements: elements.map(({ localName }) => localName),
          attributes: attributes.map(({ name }) => name),
          addresses: addressed.map(({ value }) => value),
        },
        enclosures: [...item.querySelectorAll('enclosure, link[rel=enclosure]')].map((enclosure) => ({
          url: enclosure.getAttribute('url') ?? enclosure.getAttribute('href') ?? '',
          length: Number(enclosure.getAttribute('length')),
          type: enclosure.getAttribute('type') ?? '',
        })),
      }
    })
    return {
      fault: first(xml, 'parsererror')?.textContent ?? null,
      self: links.find((link) => link.getAttribute('rel') === 'self')?.getAttribute('href') ?? null,
      language: first(xml, 'language')?.textContent ?? xml.documentElement.getAttribute('xml:lang'),
      items,
    }
  }, path)
}
