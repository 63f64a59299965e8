import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/journey'

test('from home to a post, to its tag, and back', async ({ page }) => {
  await page.goto('/')
  const title = await leadTitle(page)
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()

  const tag = page.getByRole('list', { name: 'Tags' }).getByRole('link').first()
  const name = (await tag.textContent()) ?? ''
  await tag.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toBeVisible()

  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('a post says who wrote it and when, and names its canonical address', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: await leadTitle(page) }).click()
  await expect(page.getByRole('time').first()).toHaveAttribute('datetime', /^\d{4}-\d{2}-\d{2}T/)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', page.url())
})

test('the archive leads to every post', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Archive' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible()
  const link = page.getByRole('main').getByRole('listitem').getByRole('link').last()
  const title = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('the archive leads to a year and a month, each with one address', async ({ page, request }) => {
  await page.goto('/archive')
  const newest = page.locator('.archive-list a').first()
  const title = await newest.innerText()
  const month = page.locator('.archive-month-name a').first()
  await month.click()
  await expect(page).toHaveURL(/\/archive\/\d{4}\/\d{1,2}$/)
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  const [, year] = /archive\/(\d+)/.exec(page.url()) ?? []
  await page.goto(`/archive/${year}`)
  await expect(page.getByRole('heading', { level: 1, name: String(year) })).toBeVisible()
  await expect(page.getByRole('heading', { name: String(year) })).toHaveCount(1)
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  for (const path of [
    '/archive/0',
    '/archive/1066',
    `/archive/${year}/13`,
    `/archive/${year}/01`,
    '/archive/x',
  ]) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
})

test('a search finds a post by a word of its title', async ({ page }) => {
  await page.goto('/')
  const title = await leadTitle(page)
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
  await page.getByRole('searchbox', { name: 'Search the posts' }).fill(title)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('region', { name: 'Results' }).getByRole('link', { name: title })).toBeVisible()
})

test('a search for nothing that exists says what to do instead', async ({ page }) => {
  await page.goto('/search?q=qxzqxz')
  await expect(page.getByText('Nothing found for “qxzqxz”.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'the archive' })).toBeVisible()
})

test('the dark theme sticks from page to page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const themeSwitch = page.getByRole('button', { name: 'Dark theme' })
  await expect(themeSwitch).toHaveAttribute('aria-pressed', 'false')
  await themeSwitch.click()
  await page.goto('/archive')
  await expect(themeSwitch).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
})

test('the first tab stop leads past the navigation', async ({ page }) => {
  await page.goto('/archive')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('a post can be read, and offers nothing that needs one', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('link', { name: await leadTitle(page) }).click()
    await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('button')).toHaveCount(0)
  })
})

test.describe('what is not there', () => {
  test.use({ forgive: [/404/] })

  test('an unknown address offers a search and the newest posts', async ({ page }) => {
    const answer = await page.goto('/posts/there-never-was-such-a-post')
    expect(answer?.status()).toBe(404)
    await expect(
      page.getByRole('heading', { level: 1, name: 'There is nothing at this address' }),
    ).toBeVisible()
    await expect(page.getByRole('searchbox', { name: 'Search the posts' })).toBeVisible()
    await expect(page.getByRole('article')).not.toHaveCount(0)
  })
})

test('every unknown address is answered with the same bytes', async ({ request }) => {
  const paths = [
    '/posts/nothing',
    '/tags/nothing',
    '/authors/nothing',
    '/series/nothing',
    '/page/999',
    '/page/x',
    '/a/b/c/d',
  ]
  const answers = await Promise.all(paths.map((path) => request.get(path)))
  expect(answers.map((answer) => answer.status())).toEqual(paths.map(() => 404))
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
})

async function leadTitle(page: Page) {
  return (await page.getByRole('article').first().getByRole('heading', { level: 2 }).innerText()).trim()
}
