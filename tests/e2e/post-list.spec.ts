import type { Page } from '@playwright/test'
import { behindTheServer } from '@/tests/support/behind'
import { beOwner, expect, holdScripts, test } from '@/tests/support/journey'

// A post in the trash answers 410 on purpose.
test.use({ forgive: [/410/] })
test.beforeEach(({ page }) => beOwner(page))

/** Posts whose titles begin alike; the second is live. */
async function plant(name: string, number: number): Promise<void> {
  const { createPost } = await import('@/domain/posts/commands')
  const { publishPost } = await import('@/domain/posts/publish')
  const { COMMAND_LINE } = await import('@/domain/permissions')
  const { contentWith } = await import('@/tests/support/posts')
  for (let at = 0; at < number; at += 1) {
    const title = `${name} ${String(at + 1).padStart(2, '0')}`
    const post = await createPost(COMMAND_LINE, contentWith({ title, tags: [name] }))
    if (at === 1) await publishPost(COMMAND_LINE, post)
  }
}

const choose = (page: Page, title: string) => page.getByRole('checkbox', { name: `Choose ${title}` }).check()

test('a list is narrowed, sorted and paged by its address, and Back goes back', async ({ page }) => {
  await behindTheServer(() => plant('Galley', 53))
  await page.goto('/admin/posts')
  await page.getByRole('searchbox', { name: 'Search by title' }).fill('galley')
  await expect(page).toHaveURL('/admin/posts?q=galley')
  await expect(page.getByText('1–50 of 53 posts')).toBeVisible()
  await page.getByRole('link', { name: 'Title' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('Galley 01')
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('51–53 of 53 posts')).toBeVisible()
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(page.getByText('1–50 of 53 posts')).toBeVisible()
  await page.getByRole('link', { name: 'Title' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('Galley 53')
  await page.getByRole('link', { name: /^Live/ }).click()
  await expect(page.getByText('1 post', { exact: true })).toBeVisible()
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Pages')
  await expect(page.getByText('No post fits this search.')).toBeVisible()
  await page.getByRole('link', { name: 'Show without the search' }).click()
  await expect(page).not.toHaveURL(/q=galley/)
  await expect(page).toHaveURL(/status=live/)
  await page.goBack()
  await expect(page.getByText('No post fits this search.')).toBeVisible()
  await page.goto('/admin/posts?tag=galley&status=draft')
  await expect(page.getByText('1–50 of 52 posts')).toBeVisible()
})

test('what is typed into the search while the scripts are on their way is searched for', async ({ page }) => {
  const letThrough = await holdScripts(page)
  await page.goto('/admin/posts', { waitUntil: 'commit' })
  await page.getByRole('searchbox', { name: 'Search by title' }).fill('feed promise')
  letThrough()
  await expect(page).toHaveURL('/admin/posts?q=feed+promise')
  await expect(page.getByRole('link', { name: 'A feed is a promise' })).toBeVisible()
})

test('without scripts the search is a form', async ({ browser, page, baseURL }) => {
  const storageState = await page.context().storageState()
  const context = await browser.newContext({ storageState, javaScriptEnabled: false, baseURL })
  const plain = await context.newPage()
  await plain.goto('/admin/posts?status=live&sort=title')
  await plain.getByRole('searchbox', { name: 'Search by title' }).fill('feed promise')
  await plain.getByRole('button', { name: 'Search' }).click()
  await expect(plain.getByRole('link', { name: 'A feed is a promise' })).toBeVisible()
  expect(new URL(plain.url()).searchParams.get('status')).toBe('live')
  await context.close()
})

test('many posts are tagged and trashed, and Undo puts each back as it was', async ({ page }) => {
  await behindTheServer(() => plant('Plate', 3))
  await page.goto('/admin/posts?q=Plate&sort=title')
  for (const number of ['01', '02', '03']) await choose(page, `Plate ${number}`)
  await page.getByRole('button', { name: 'File', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Add tags…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tag 3 posts' })
  await dialog.getByRole('button', { name: 'Add tags' }).click()
  await expect(dialog.getByText('Choose tags first.')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Tags' }).fill('Copperplate')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Add tags' }).click()
  await expect(page.getByText('3 posts are tagged')).toBeVisible()
  await expect(page.getByText('Readers see it when a live post is updated.')).toBeVisible()
  await expect(page.getByText('Plate, Copperplate')).toHaveCount(3)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('3 posts are as before')).toBeVisible()
  await expect(page.getByText('Plate, Copperplate')).toHaveCount(0)

  for (const number of ['01', '02']) await choose(page, `Plate ${number}`)
  await page.getByRole('button', { name: 'Move to trash' }).click()
  await expect(page.getByRole('link', { name: 'Plate 02' })).toBeHidden()
  expect((await page.request.get('/posts/plate-02')).status()).toBe(410)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('2 posts are as before')).toBeVisible()
  await expect(page.getByRole('row', { name: /Plate 02/ })).toContainText('Live since')
  expect((await page.request.get('/posts/plate-02')).status()).toBe(200)
})

test('the list is gone through by keys alone', async ({ page }) => {
  await behindTheServer(() => plant('Quoin', 3))
  await page.goto('/admin/posts?q=Quoin&sort=title')
  await expect(page.getByText('3 posts', { exact: true })).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'Quoin 02' })).toBeFocused()
  await page.keyboard.press('x')
  await expect(page.getByRole('checkbox', { name: 'Choose Quoin 02' })).toBeChecked()
  await page.getByRole('button', { name: 'Back to draft' }).press('Enter')
  await expect(page.getByText('1 post is a draft again')).toBeVisible()
  await page.keyboard.press('z')
  await expect(page.getByText('1 post is as before')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('jxz?')
  await expect(page.getByRole('searchbox', { name: 'Search by title' })).toHaveValue('jxz?')
  await expect(page.getByText('No post fits this search.')).toBeVisible()
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeHidden()
})

test('before posts leave together, who links to them is listed', async ({ page }) => {
  await behindTheServer(async () => {
    const { createPost } = await import('@/domain/posts/commands')
    const { publishPost } = await import('@/domain/posts/publish')
    const { COMMAND_LINE } = await import('@/domain/permissions')
    const { contentWith } = await import('@/tests/support/posts')
    const leadsOn = {
      'Leaf one': 'Text.',
      'Leaf two': '[on](/posts/leaf-one)',
      Stem: 'To [a leaf](/posts/leaf-one).',
    }
    for (const [title, body] of Object.entries(leadsOn))
      await publishPost(COMMAND_LINE, await createPost(COMMAND_LINE, contentWith({ title, body })))
  })
  await page.goto('/admin/posts?q=leaf')
  await choose(page, 'Leaf one')
  await choose(page, 'Leaf two')
  await page.getByRole('button', { name: 'Move to trash' }).click()
  const dialog = page.getByRole('dialog', { name: 'Move to trash' })
  await expect(dialog.getByText('1 other post links to these.')).toBeVisible()
  await expect(dialog.getByText('“a leaf” in line 1')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('2 chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Move to trash' }).click()
  await dialog.getByRole('button', { name: 'Move to trash' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('2 posts are as before')).toBeVisible()
})
