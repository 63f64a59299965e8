import type { Page } from '@playwright/test'
import { beOwner, expect, test } from '@/tests/support/journey'
import { expectSaved, textField, textOf, writePost } from '@/tests/support/writing'

// Back to draft and the trash answer 404 and 410 on purpose.
test.use({ forgive: [/404|410/] })

async function openPublishPanel(page: Page) {
  await page.keyboard.press('Control+Enter')
  return page.getByRole('dialog', { name: 'Publish' })
}

test.beforeEach(async ({ page }) => {
  await beOwner(page)
})

test('an editor writes, tags and publishes, readers read it, and it is taken back', async ({ page }) => {
  await writePost(page, 'The quiet press', 'Ink and **paper**.')
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('region', { name: 'Preview' }).locator('strong')).toHaveText('paper')
  await page.getByRole('combobox', { name: 'Tags' }).fill('Letterpress')
  await page.keyboard.press('Enter')
  const panel = await openPublishPanel(page)
  await expect(panel.getByText('Readers see it at /posts/the-quiet-press at once.')).toBeVisible()
  await panel.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText(/^Live since/).first()).toBeVisible()

  await page.goto('/posts/the-quiet-press')
  await expect(page.getByRole('heading', { level: 1, name: 'The quiet press' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Letterpress' }).first()).toBeVisible()

  await page.goto('/admin/posts?status=live')
  await page.getByRole('link', { name: 'The quiet press' }).click()
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('The quiet press')
  await (await openPublishPanel(page)).getByRole('button', { name: 'Back to draft' }).click()
  await expect(page.getByText('Draft, was on the site before').first()).toBeVisible()
  expect((await page.request.get('/posts/the-quiet-press')).status()).toBe(404)
})

test('a schedule says its instant in every zone that matters, and readers do not see the post', async ({
  page,
}) => {
  await writePost(page, 'Not before its time', 'Wait.')
  const panel = await openPublishPanel(page)
  await panel.getByRole('radio', { name: 'At a time' }).click()
  await panel.getByLabel('Date').fill('2031-03-30')
  await panel.getByLabel('Time', { exact: true }).fill('02:30')
  const zone = panel.getByRole('combobox', { name: 'Time zone' })
  await zone.fill('Europe/Berlin')
  await page.getByRole('option', { name: 'Europe/Berlin' }).click()
  await expect(
    panel.getByText('The clocks jump over 02:30 there: it is moved on by 1 hour, to 03:30.'),
  ).toBeVisible()
  await panel.getByLabel('Time', { exact: true }).fill('09:00')
  await panel.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(
    page.getByText(/^Goes live Sunday 30 Mar 2031, 09:00 Berlin \(07:00 UTC\), in/).first(),
  ).toBeVisible()
  expect((await page.request.get('/posts/not-before-its-time')).status()).toBe(404)
})

test('what is saved after publishing stays unseen until Update', async ({ page }) => {
  await writePost(page, 'Twice told', 'First telling.')
  await (await openPublishPanel(page)).getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText(/^Live since/).first()).toBeVisible()
  await textField(page).fill('Second telling.')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/1 unpublished change$/).first()).toBeVisible()
  expect(await (await page.request.get('/posts/twice-told')).text()).toContain('First telling.')
  await (await openPublishPanel(page)).getByRole('button', { name: 'Update' }).click()
  await expect(page.getByRole('dialog', { name: 'Publish' })).toBeHidden()
  expect(await (await page.request.get('/posts/twice-told')).text()).toContain('Second telling.')
})

test('of two windows only what both changed is a question, and nothing is lost', async ({
  page,
  browser,
}) => {
  await writePost(page, 'Two hands', 'As it was.\n\nBetween.\n\nThe end.')
  const context = await browser.newContext()
  const other = await context.newPage()
  await beOwner(other)
  await other.goto(page.url())
  await textField(other).fill('The other hand.\n\nBetween.\n\nThe end, over there.')
  await other.keyboard.press('Control+s')
  await expectSaved(other)

  await textField(page).fill('My own hand.\n\nBetween, here.\n\nThe end.')
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'You saved this post in another window' })
  await expect(dialog.getByText('One place was changed on both sides.')).toBeVisible()
  await expect(dialog.getByText('My own hand.', { exact: true })).toBeVisible()
  await expect(dialog.getByText('The other hand.', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^Not saved: this text and a newer one differ/)).toBeVisible()
  await page.keyboard.press('Control+s')
  await dialog.getByRole('radio', { name: 'Keep both' }).check()
  await dialog.getByRole('button', { name: 'Save the merged text' }).click()
  await expectSaved(page)
  expect(await textOf(page)).toBe('My own hand.\n\nThe other hand.\n\nBetween, here.\n\nThe end, over there.')

  // Changes in two paragraphs are no question at all.
  await textField(other).press('Control+End')
  await other.keyboard.insertText(' And on.')
  await other.keyboard.press('Control+s')
  await expectSaved(other)
  expect(await textOf(other)).toBe(`${await textOf(page)} And on.`)
  await context.close()
})

test('signing out asks before it leaves unsaved words behind', async ({ page }) => {
  await page.goto('/admin/posts/new')
  await page.getByLabel('Title', { exact: true }).fill('Half a thought')
  const asked = page.waitForEvent('dialog')
  page.on('dialog', (dialog) => void dialog.dismiss())
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  expect((await asked).message()).toContain('not saved yet')
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
})

test('bad input names its field and keeps the text', async ({ page }) => {
  await writePost(page, 'Kept words', 'Do not lose me.')
  await page.getByLabel('Slug').fill('no/slashes')
  await page.keyboard.press('Control+s')
  await expect(
    page.getByText('A slug has no blanks, nothing invisible and none of / \\ ? # %.', { exact: true }),
  ).toBeVisible()
  await expect(page.getByText(/^Not saved:/)).toBeVisible()
  await expect(textField(page)).toHaveText('Do not lose me.')
})

test('the trash takes a post from the list and Undo brings it back', async ({ page }) => {
  await writePost(page, 'Crumpled and smoothed', 'Text.')
  await page.goto('/admin/posts?q=Crumpled')
  await page.getByRole('checkbox', { name: 'Choose Crumpled and smoothed' }).check()
  await page.getByRole('button', { name: 'Move to trash' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('1 post is as before')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Crumpled and smoothed' })).toBeVisible()
})

test('an empty new post leaves nothing behind', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/admin/posts')
  const before = await page.getByRole('link', { name: /^All \d+$/ }).textContent()
  await page.getByRole('link', { name: 'New post' }).click()
  await expect(page.getByText('Nothing to save yet')).toBeVisible()
  await page.getByRole('link', { name: 'All posts' }).click()
  await expect(page.getByRole('link', { name: /^All \d+$/ })).toHaveText(before ?? '')
})

test('a live post with nothing to update says so and offers its date and the way back', async ({ page }) => {
  await writePost(page, 'At rest', 'Nothing more to say.')
  await (await openPublishPanel(page)).getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText(/^Live since/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Change date…' }).click()
  const panel = page.getByRole('dialog', { name: 'Publish' })
  await expect(panel.getByText('Readers see everything that is saved.')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Change the date' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Back to draft' }).click()
  await expect(page.getByText('Draft, was on the site before').first()).toBeVisible()
})

test('a picture that does not come leaves its words and no hole', async ({ page }) => {
  await writePost(page, 'The lost plate', 'Before.\n\n![A press, drawn](/media/lost.png)\n\nAfter.')
  await page.getByLabel('Featured image', { exact: true }).fill('/media/lost-too.png')
  const panel = await openPublishPanel(page)
  await panel.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText(/^Live since/).first()).toBeVisible()
  const editor = page.url()
  await page.goto('/posts/the-lost-plate')
  await expect(page.getByRole('img', { name: 'A press, drawn' })).toHaveCSS('border-top-style', 'dashed')
  await expect(page.locator('.article-picture')).toBeHidden()

  // The home page would miss its thumbnail too.
  await page.goto(editor)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Back to draft' }).click()
  await expect(page.getByText('Draft, was on the site before').first()).toBeVisible()
})
