import type { Page } from '@playwright/test'
import { expectAccess } from '@/tests/support/access'
import { beOwner, expect, test } from '@/tests/support/journey'
import { expectSaved, textField, writePost } from '@/tests/support/writing'

// The trash answers 410, and a picture that is not there 404, on purpose.
test.use({ forgive: [/404|410/] })
test.beforeEach(({ page }) => beOwner(page))

async function openPanel(page: Page) {
  await page.keyboard.press('Control+Enter')
  const panel = page.getByRole('dialog', { name: 'Publish' })
  await expect(panel.getByRole('region', { name: 'Checks' })).not.toContainText('Checking')
  return panel
}

async function publish(page: Page, title: string, text: string) {
  await writePost(page, title, text)
  await (await openPanel(page)).getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText(/^Live since/).first()).toBeVisible()
  return page.url()
}

async function save(page: Page) {
  await page.keyboard.press('Control+s')
  await expectSaved(page)
}

test(
  'findings lead to their place, are ignored, and do not stand in the way',
  { tag: '@phone' },
  async ({ page }, { project }) => {
    const title = `Looked at on a ${project.name}`
    await writePost(page, title, 'One.\n\n[two](/posts/nowhere-at-all)\n\n![](/media/nothing.webp)')
    const panel = await openPanel(page)
    await expectAccess(page, 'the panel with findings')
    await panel.getByRole('button', { name: /^Line 3 .* leads to \/posts\/nowhere-at-all/ }).click()
    await expect(panel).toBeHidden()
    await expect(textField(page)).toBeFocused()
    expect(await page.evaluate(() => window.getSelection()?.toString())).toBe('[two](/posts/nowhere-at-all)')

    await openPanel(page)
    await panel.getByRole('button', { name: /^Description There is no description/ }).click()
    await expect(page.getByLabel('Description', { exact: true })).toBeFocused()
    await page.getByLabel('Description', { exact: true }).fill('It says so now.')

    await openPanel(page)
    await expect(panel.getByText('3 things to look at')).toBeVisible()
    await panel.getByRole('button', { name: /^Ignore: The picture nothing.webp/ }).click()
    await panel.getByRole('button', { name: /^Ignore: The link/ }).click()
    await expect(panel.getByText('1 thing to look at')).toBeVisible()
    await page.keyboard.press('Escape')
    await openPanel(page)
    await expect(panel.getByText('1 thing to look at')).toBeVisible()
    await panel.getByText('2 ignored').click()
    await expectAccess(page, 'the panel with ignored findings')
    await panel.getByRole('button', { name: 'Publish now' }).click()
    await expect(page.getByText(/^Live since/).first()).toBeVisible()
  },
)

test('an update asks once: a quiet fix keeps the date, a real one may say what it corrects', async ({
  page,
}) => {
  await publish(page, 'The count', 'There were 14.')
  const readers = async () => (await page.request.get('/posts/the-count')).text()
  await textField(page).fill('There were 41.')
  await save(page)
  await expect(page.getByText(/1 unpublished change$/).first()).toBeVisible()
  expect(await readers()).toContain('There were 14.')
  const panel = await openPanel(page)
  await expect(
    panel.getByText('Readers see what is new at /posts/the-count at once: 1 paragraph.'),
  ).toBeVisible()
  await expect(panel.getByRole('radio', { name: /^As a quiet fix/ })).toBeChecked()
  await panel.getByRole('button', { name: 'Update' }).click()
  await expect(panel).toBeHidden()
  expect(await readers()).toContain('There were 41.')
  expect(await readers()).not.toContain('Updated')

  await textField(page).fill('There were 40.')
  await save(page)
  await openPanel(page)
  await panel.getByRole('radio', { name: /^As a real update/ }).click()
  await panel.getByLabel('Note of correction (optional)').fill('There were *40*, not 41.')
  await expectAccess(page, 'the question of an update')
  await panel.getByRole('button', { name: 'Update' }).click()
  await expect(panel).toBeHidden()
  await page.goto('/posts/the-count')
  const notes = page.getByRole('complementary', { name: 'Corrections' })
  await expect(notes.getByText('There were 40, not 41.')).toBeVisible()
  await expect(notes.getByText(/^Correction, \d+ \w+ \d{4}$/)).toBeVisible()
  await expectAccess(page, 'a note of correction')
  await page.getByRole('link', { name: 'Updated' }).click()
  await expect(page).toHaveURL(/#~corrections$/)
  expect(await (await page.request.get('/atom.xml')).text()).toContain('There were <em>40</em>, not 41.')
})

test('who links to a post is said before its address changes, it leaves, or it is deleted', async ({
  page,
}) => {
  const editor = await publish(page, 'Much cited', 'Text.')
  await publish(page, 'The citing post', 'As [they said](/posts/much-cited).')
  await page.goto(editor)
  await page.getByLabel('Slug').fill('much-quoted')
  await save(page)
  const panel = await openPanel(page)
  await expect(panel.getByText('from /posts/much-cited to /posts/much-quoted')).toBeVisible()
  await panel.getByText('1 post links here').click()
  await expect(panel.getByText('“they said” in line 1')).toBeVisible()
  await expectAccess(page, 'a change of the address')
  await panel.getByRole('button', { name: 'Update' }).click()
  await expect(panel).toBeHidden()
  const old = await page.request.get('/posts/much-cited', { maxRedirects: 0 })
  expect([old.status(), old.headers().location]).toEqual([301, '/posts/much-quoted'])

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Back to draft' }).click()
  const asked = page.getByRole('dialog', { name: 'Back to draft' })
  await expect(asked.getByRole('link', { name: 'Edit “The citing post” in a new tab' })).toBeVisible()
  await expectAccess(page, 'who links to a post')
  await asked.getByRole('button', { name: 'Back to draft' }).click()
  await expect(page.getByText('Draft, was on the site before').first()).toBeVisible()
  expect((await page.request.get('/posts/much-quoted')).status()).toBe(404)

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Move to trash' }).click()
  await page
    .getByRole('dialog', { name: 'Move to trash' })
    .getByRole('button', { name: 'Move to trash' })
    .click()
  await expect(page.getByText(/^In the trash since/).first()).toBeVisible()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Restore as a draft' }).click()
  await expect(page.getByText('The post is back as a draft, with its date')).toBeVisible()
  await expect(page.getByLabel('Slug')).toHaveValue('much-quoted')

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Move to trash' }).click()
  await page
    .getByRole('dialog', { name: 'Move to trash' })
    .getByRole('button', { name: 'Move to trash' })
    .click()
  await expect(page.getByText(/^In the trash since/).first()).toBeVisible()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete for good' }).click()
  const last = page.getByRole('dialog', { name: 'Delete for good' })
  await expect(last.getByText('This cannot be undone.', { exact: false })).toBeVisible()
  await expectAccess(page, 'deleting for good')
  await last.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page).toHaveURL(/status=trashed/)
  expect((await page.request.get('/posts/much-quoted')).status()).toBe(410)
})

test('a link to a post that is not there yet is found for its moment', async ({ page }) => {
  await writePost(page, 'Comes on Friday', 'Text.')
  await writePost(page, 'Points ahead', 'To [Friday](/posts/comes-on-friday).')
  const panel = await openPanel(page)
  await expect(
    panel.getByText('The link “Friday” leads to “Comes on Friday”, which is a draft'),
  ).toBeVisible()
  await panel.getByRole('radio', { name: 'At a time' }).click()
  await expect(
    panel.getByText('The link “Friday” leads to “Comes on Friday”, which is a draft'),
  ).toBeVisible()
})
