import type { Page } from '@playwright/test'
import { expectAccess } from '@/tests/support/access'
import { beOwner, expect, test } from '@/tests/support/journey'
import { textField } from '@/tests/support/writing'

const pages = [
  '/admin/posts',
  '/admin/posts?status=submitted',
  '/admin/posts?status=trashed',
  '/admin/posts?q=nothing-is-called-that',
  '/admin/posts/new',
  '/admin/calendar',
  '/admin/media',
  '/admin/tags',
  '/admin/people',
  '/admin/people/new',
  '/admin/health',
  '/admin/settings',
  '/admin/transfer',
  '/admin/account',
] as const

async function openPublishPanel(page: Page) {
  await page.keyboard.press('Control+Enter')
  const panel = page.getByRole('dialog', { name: 'Publish' })
  await expect(panel).toBeVisible()
  return panel
}

// An unknown address of the desk answers 404 on purpose.
test.use({ forgive: [/404/] })

test.beforeEach(({ page }) => beOwner(page))

// In one window: each new one would load and compile the scripts of the desk again.
test('axe finds nothing on any screen of the desk', { tag: '@phone' }, async ({ page }) => {
  test.setTimeout(180_000)
  for (const path of pages) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
    // The toolbar of the editor gets its place in the order of Tab when the script has come.
    if (path === '/admin/posts/new')
      await expect(page.locator('[data-toolbar] [tabindex="0"]')).not.toHaveCount(0)
    await expectAccess(page, path)
  }
})

test('axe finds nothing in the editor of a post, nor in its dialogs', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/admin/posts?status=live')
  await page.getByRole('row').nth(1).getByRole('link').first().click()
  await expect(textField(page)).not.toHaveText('')
  await expectAccess(page, 'the editor')

  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Preview' }).getByText(/min read/)).toBeVisible()
  await expectAccess(page, 'the preview')

  await openPublishPanel(page)
  await expectAccess(page, 'the publish panel of a live post')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccess(page, 'the menu of a post', { part: '[role=menu]' })
})

test('axe finds nothing in a new schedule', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/admin/posts/new')
  await page.getByLabel('Title', { exact: true }).fill('Access')
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  const panel = await openPublishPanel(page)
  await panel.getByRole('radio', { name: 'At a time' }).click()
  await expectAccess(page, 'the schedule')
  await panel.getByRole('combobox', { name: 'Time zone' }).fill('Berlin')
  await expect(page.getByRole('option', { name: 'Europe/Berlin' })).toBeVisible()
  await expectAccess(page, 'the list of time zones', { part: '[role=listbox]' })
})

test('axe finds nothing in the dialogs of tags and media', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/admin/tags')
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .click()
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeVisible()
  await expectAccess(page, 'a tag')

  await page.goto('/admin/media')
  await page.getByRole('main').getByRole('listitem').getByRole('button').first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccess(page, 'a file')
})

test('axe finds nothing in what opens over the list of posts', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/admin/posts?status=live')
  await page.getByRole('checkbox').nth(1).check()
  await expectAccess(page, 'posts that are chosen')
  await page.getByRole('button', { name: 'File', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Change authors…' }).click()
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Authors' })).toBeFocused()
  await expectAccess(page, 'the authors of many posts')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectAccess(page, 'the command menu')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectAccess(page, 'the list of keys')
})

test('on a phone every place of the desk is under a thumb or behind More', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto('/admin/posts')
  const nav = page.getByRole('navigation', { name: 'Desk' })
  for (const entry of await nav.locator('a:visible, button:visible').all())
    await expect(entry).toBeInViewport({ ratio: 1 })
  await nav.getByRole('button', { name: 'More places' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccess(page, 'the other places', { part: '[role=menu]' })
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await expect(nav.getByRole('button', { name: 'Settings, more places' })).toBeVisible()
})

test('an unknown address of the desk stays in the desk', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/admin/nothing/here')
  await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Desk' })).toBeVisible()
  await expectAccess(page, 'an unknown address')
})

test('a dialog begins at what it is about, and gives the focus back', async ({ page }) => {
  await page.goto('/admin/tags')
  const edit = page.getByRole('button', { name: /^Edit / }).first()
  await edit.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(edit).toBeFocused()
})
