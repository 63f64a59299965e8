import type { Page } from '@playwright/test'
import { expectAccess } from '@/tests/support/access'
import { behindTheServer } from '@/tests/support/behind'
import { expect, test } from '@/tests/support/journey'
import { ARTICLE, TEMPLATES } from '@/tests/support/templates'

const SCRIPT_BYTES = 3_000
const DOCUMENT_BYTES = 20_000
const FONT_BYTES = 90_000
/** A font that comes after the first paint may move letters by a pixel; anything that moves a block is far above this. */
const LETTERS_SHIFT = 0.0002

// The pages that are not there or no longer there answer 404 and 410 on purpose.
test.use({ forgive: [/404|410/] })

for (const path of TEMPLATES) {
  test(`${path} runs no framework, keeps the policy and stands still`, async ({ page, baseURL }) => {
    await expectDocument(page, path, baseURL ?? '')
  })

  test(`${path} fits its window and can be used by everybody`, { tag: '@phone' }, async ({ page }) => {
    await page.goto(path)
    await expectAccess(page, path)
  })
}

for (const width of [320, 800]) {
  test(`names of one long word fit into ${width} px on every page`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const path of TEMPLATES) {
      await page.goto(path)
      expect([path, await page.evaluate(lengthenNames)]).toEqual([path, 0])
    }
  })
}

test('the page of a post that was taken back is a document like any other', async ({ page, baseURL }) => {
  const path = await behindTheServer(plantGone)
  expect((await page.request.get(path)).status()).toBe(410)
  await expectDocument(page, path, baseURL ?? '')
})

test('an article weighs little: script, document, styles and fonts', async ({ page }) => {
  await page.goto(ARTICLE)
  await page.waitForLoadState('networkidle')
  const weights = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ name, encodedBodySize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize })),
  )
  const bytesOf = (pattern: RegExp) =>
    weights.filter(({ path }) => pattern.test(path)).reduce((sum, { bytes }) => sum + bytes, 0)
  const fonts = weights.filter(({ path }) => /\.woff2$/.test(path))
  expect(bytesOf(/\.js$/)).toBeGreaterThan(0)
  expect(bytesOf(/\.js$/)).toBeLessThanOrEqual(SCRIPT_BYTES)
  expect(bytesOf(/\.css$|^\/posts\//)).toBeGreaterThan(SCRIPT_BYTES)
  expect(bytesOf(/\.css$|^\/posts\//)).toBeLessThanOrEqual(DOCUMENT_BYTES)
  expect(fonts.length).toBeLessThanOrEqual(2)
  expect(bytesOf(/\.woff2$/)).toBeLessThanOrEqual(FONT_BYTES)
})

/** Runs in the page: puts a word of 80 letters for whatever its author may have named, and answers by how much it is too wide. */
function lengthenNames(): number {
  const names = document.querySelectorAll('h1, .site-title, .byline-name, main :is([dir=auto], [dir=auto] *)')
  for (const name of names) {
    if (name.closest('pre, time') !== null) continue
    for (const part of name.childNodes) {
      if (part.nodeType === Node.TEXT_NODE && part.textContent?.trim()) part.textContent = 'W'.repeat(80)
    }
  }
  return document.documentElement.scrollWidth - window.innerWidth
}

async function plantGone(): Promise<string> {
  const { createPost } = await import('@/domain/posts/commands')
  const { publishPost } = await import('@/domain/posts/publish')
  const { trashPost } = await import('@/domain/posts/trash')
  const { COMMAND_LINE } = await import('@/domain/permissions')
  const { contentWith } = await import('@/tests/support/posts')
  const post = await createPost(COMMAND_LINE, contentWith({ title: 'Here for a moment' }))
  await publishPost(COMMAND_LINE, post)
  await trashPost(COMMAND_LINE, post.id)
  return `/posts/${post.slug}`
}

async function expectDocument(page: Page, path: string, own: string): Promise<void> {
  await watch(page)
  const asked = listenForRequests(page)
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await page.waitForLoadState('networkidle')
  const found = await page.evaluate(() => ({
    scripts: [...document.scripts]
      .filter(({ type }) => type !== 'application/ld+json')
      .map(({ src, textContent }) => (src === '' ? textContent : new URL(src).pathname)),
    styles: document.querySelectorAll('style, [style]').length,
    handlers: document.querySelectorAll('[onclick], [onload], [onerror]').length,
    violations: window.octavoViolations,
  }))
  expect(found).toEqual({ scripts: ['/reader.js'], styles: 0, handlers: 0, violations: [] })
  expect(await page.evaluate(() => window.octavoShift)).toBeLessThan(LETTERS_SHIFT)
  expect(asked.filter((url) => !url.startsWith(`${own}/`) && !url.startsWith('data:'))).toEqual([])
}

declare global {
  var octavoViolations: string[]
  var octavoShift: number
}

/** Notes what the policy refuses and how far anything on the page moves by itself. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.octavoViolations = []
    window.octavoShift = 0
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.octavoViolations.push(`${violatedDirective} ${blockedURI}`),
    )
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('value' in entry && typeof entry.value === 'number') window.octavoShift += entry.value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

function listenForRequests(page: Page): string[] {
  const urls: string[] = []
  page.on('request', (request) => urls.push(request.url()))
  return urls
}
