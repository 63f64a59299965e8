import type { Page } from '@playwright/test'
import { behindTheServer } from '@/tests/support/behind'
import { beOwner, expect, test } from '@/tests/support/journey'

// Its pictures and sounds lead nowhere, which is no news here.
test.use({ forgive: [/ERR_|Failed to load resource|404/] })
test.describe.configure({ mode: 'serial' })

const HOSTILE = `"'><img src=x onerror=pwn()><svg/onload=pwn()></title></textarea><script>pwn()</script>`
const URL_PART = `/"><script>pwn()</script>'onerror='pwn()`
let post: { id: string; path: string }

test.beforeAll(async () => {
  post = await behindTheServer(async () => {
    const { createPost } = await import('@/domain/posts/commands')
    const { publishPost } = await import('@/domain/posts/publish')
    const { COMMAND_LINE } = await import('@/domain/permissions')
    const { contentWith } = await import('@/tests/support/posts')
    const { db } = await import('@/lib/db')
    const profile = { name: HOSTILE, bio: HOSTILE, url: `https://a.example${URL_PART}` }
    const data = { ...profile, slug: 'hostile-author', role: 'author' } as const
    const { id: author } = await db.person.create({ data, select: { id: true } })
    const content = contentWith({
      title: HOSTILE,
      subtitle: HOSTILE,
      description: HOSTILE,
      slug: `hostile"'><b>`,
      body: `${HOSTILE}\n\n## ${HOSTILE}\n\n[a](javascript:pwn()) ![${HOSTILE}](x "${HOSTILE}")\n\n\`\`\`${HOSTILE}\ncode\n\`\`\``,
      tags: [HOSTILE.slice(0, 99)],
      series: [{ name: HOSTILE.slice(0, 99), position: 1 }],
      bylineIds: [author],
      featuredImage: `https://a.example${URL_PART}`.replaceAll(' ', ''),
      featuredImageAlt: HOSTILE,
      thumbnail: URL_PART.replaceAll(' ', ''),
      audio: `https://a.example${URL_PART}`.replaceAll(' ', ''),
      canonicalUrl: `https://a.example${URL_PART}`.replaceAll(' ', ''),
    })
    const made = await createPost(COMMAND_LINE, content)
    await publishPost(COMMAND_LINE, made)
    return { id: made.id, path: `/posts/${encodeURIComponent(made.slug)}` }
  })
})

// The other journeys meet a blog without it.
test.afterAll(() =>
  behindTheServer(async () => {
    const { COMMAND_LINE } = await import('@/domain/permissions')
    const { deletePost, trashPost } = await import('@/domain/posts/trash')
    await trashPost(COMMAND_LINE, post.id)
    await deletePost(COMMAND_LINE, post.id)
  }),
)

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { pwn: () => (document.documentElement.dataset.pwned = 'yes') })
  })
})

const PAGES = ['/', '/archive', '/tags', '/series', '/authors/hostile-author', '/nothing'] as const
const SEARCH = `/search?q=${encodeURIComponent(HOSTILE)}`

test('markup in any field of a post is text on every page of readers', async ({ page }) => {
  for (const path of [post.path, ...PAGES, SEARCH]) {
    await page.goto(path)
    await expectInert(page, path)
  }
  await page.goto(post.path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HOSTILE)
  const data = await page.locator('script[type="application/ld+json"]').first().textContent()
  expect(JSON.parse(data ?? '')).toMatchObject({ headline: HOSTILE })
})

test('feeds stay well-formed and carry the title as it is', async ({ page }) => {
  await page.goto('/')
  const titles = await page.evaluate(async () => {
    const texts = await Promise.all(
      ['/feed.xml', '/atom.xml', '/sitemap.xml'].map(async (path) => (await fetch(path)).text()),
    )
    return texts.map((text) => {
      const xml = new DOMParser().parseFromString(text, 'application/xml')
      const scripts = xml.querySelectorAll('script, img').length + xml.querySelectorAll('parsererror').length
      return {
        scripts,
        // A word joiner keeps programs from taking `</b>` for markup (docs/decisions/0025).
        titles: [...xml.querySelectorAll('item > title, entry > title')].map((it) =>
          it.textContent.replaceAll('\u2060', ''),
        ),
      }
    })
  })
  expect(titles.map(({ scripts }) => scripts)).toEqual([0, 0, 0])
  expect(titles[0]?.titles).toContain(HOSTILE)
  expect(titles[1]?.titles).toContain(HOSTILE)
})

test('and text on every page of the desk', async ({ page }) => {
  await beOwner(page)
  for (const path of [
    '/admin/posts',
    `/admin/posts/${post.id}`,
    '/admin/tags',
    '/admin/people',
    '/admin/media',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
    await expectInert(page, path)
  }
})

async function expectInert(page: Page, path: string) {
  const found = await page.evaluate(() => ({
    pwned: document.documentElement.dataset.pwned ?? 'no',
    handlers: document.querySelectorAll('[onerror], [onload], svg[onload]').length,
    links: [...document.querySelectorAll('a')].filter(({ protocol }) => protocol === 'javascript:').length,
    inline: [...document.scripts].filter(
      ({ textContent, type, nonce }) =>
        nonce === '' && type !== 'application/ld+json' && textContent.includes('pwn()'),
    ).length,
  }))
  expect([path, found]).toEqual([path, { pwned: 'no', handlers: 0, links: 0, inline: 0 }])
}
