import type { Browser, Page } from '@playwright/test'
import { expectAccess } from '@/tests/support/access'
import { beOwner, expect, test } from '@/tests/support/journey'
import { textField, writePost } from '@/tests/support/writing'

// A link that has ended answers 404 on purpose.
test.use({ forgive: [/404/] })

test.beforeEach(({ page }) => beOwner(page))

async function openSharing(page: Page) {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Share for review…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share for review' })
  await expect(dialog.getByText(/open link|No link is open/)).toBeVisible()
  return dialog
}

async function makeLink(page: Page): Promise<string> {
  const dialog = await openSharing(page)
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  return dialog.getByLabel('The new link').inputValue()
}

/** Somebody else's browser, without a session. */
async function reviewer(browser: Browser, options = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage()
}

test(
  'a reviewer without an account and without scripts reads the page as it will be',
  { tag: '@phone' },
  async ({ page, browser, isMobile }) => {
    await writePost(
      page,
      'For your eyes',
      'A *draft* with ![a square](/icon.svg) in it.\n\n## One\n\n[Home](/)',
    )
    // On a phone the tags lie behind a button of their own, which other journeys press.
    if (!isMobile) {
      await page.getByRole('combobox', { name: 'Tags' }).fill('Unseen')
      await page.keyboard.press('Enter')
    }
    const address = await makeLink(page)
    await expectAccess(page, 'sharing for review', { part: '[role=dialog]' })

    const stranger = await reviewer(browser, { javaScriptEnabled: false })
    const answer = await stranger.goto(address)
    expect(answer?.status()).toBe(200)
    const headers = answer?.headers() ?? {}
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['x-robots-tag']).toContain('noindex')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    await expect(stranger.getByRole('heading', { level: 1, name: 'For your eyes' })).toBeVisible()
    await expect(stranger.getByRole('complementary', { name: 'Review' })).toHaveText(
      /^Draft for review, version of \d\d:\d\d, link ends \w+day \d+ \w{3} \d{4}, \d\d:\d\d UTC$/,
    )
    await expect(stranger.getByRole('img', { name: 'a square' })).toBeVisible()
    await expect(stranger.getByRole('link', { name: 'Unseen' })).toHaveCount(isMobile ? 0 : 1)
    const html = (await answer?.text()) ?? ''
    expect(html).not.toMatch(
      /_next\/static\/chunks\/[^"]*\.js|og:|application\/ld\+json|rel="canonical"|__next_f|rel="alternate"/,
    )

    await stranger.getByRole('link', { name: 'Home', exact: true }).last().click()
    await expect(stranger).toHaveURL(/\/$/)
    await stranger.context().close()
  },
)

test('the reviewed page passes axe on every width', { tag: '@phone' }, async ({ page }) => {
  await writePost(page, 'Looked at', 'Some text.')
  const address = await makeLink(page)
  await page.goto(address)
  await expectAccess(page, 'a page for review')
  await page.goto(`${address}x`)
  await expectAccess(page, 'a review that ended')
  await expect(page.getByRole('heading', { name: 'There is nothing to review here.' })).toBeVisible()
  await expect(page.getByText(/Ask whoever sent it for a new one/)).toBeVisible()
})

test('views are counted, fetches of programs are not, and a link ends while it is open', async ({
  page,
  browser,
}) => {
  await writePost(page, 'Until it ends', 'First words.')
  const address = await makeLink(page)
  await page.keyboard.press('Escape')
  await textField(page).fill('Newest words.')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()

  const stranger = await reviewer(browser)
  await stranger.goto(address)
  await expect(stranger.getByText('Newest words.')).toBeVisible()
  expect((await stranger.request.head(address)).status()).toBe(200)
  await stranger.request.get(address, { headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0' } })
  const dialog = await openSharing(page)
  await expect(dialog.getByText(/^Viewed once, last /)).toBeVisible()
  await expect(dialog.getByText('Always the newest version').last()).toBeVisible()

  await dialog.getByRole('button', { name: /^End the link/ }).click()
  await expect(dialog.getByText('No link is open.')).toBeVisible()
  const ended = await stranger.reload()
  expect(ended?.status()).toBe(404)
  await expect(stranger.getByText('Newest words.')).toBeHidden()
  const [unknown, again] = await Promise.all([
    stranger.request.get(`${new URL(address).origin}/preview/${'a'.repeat(43)}`),
    stranger.request.get(address),
  ])
  expect(await again.text()).toBe(await unknown.text())
  await stranger.context().close()
})
