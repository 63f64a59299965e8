import { beOwner, expect, test } from '@/tests/support/journey'
import { textField, writePost } from '@/tests/support/writing'

test.beforeEach(({ page }) => beOwner(page))

test(
  'the command menu finds posts and screens, and gives the focus back',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('/admin/tags')
    const button = page.getByRole('button', { name: 'Find or do' })
    await button.click()
    const menu = page.getByRole('dialog', { name: 'Commands' })
    await expect(menu.getByText('Changed last')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()

    await page.keyboard.press('Control+k')
    await page.keyboard.type('promise feed')
    await expect(menu.getByRole('option')).toHaveText([/^A feed is a promise/])
    await page.keyboard.press('Enter')
    await expect(textField(page)).not.toHaveText('')

    await page.keyboard.press('Control+k')
    await page.keyboard.type('xyzzy')
    await expect(menu.getByText('Nothing is called that.')).toBeVisible()
    await page.getByRole('combobox', { name: 'Find or do' }).fill('media')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Media' })).toBeVisible()
  },
)

test('in the editor the menu has what the editor can do, and keys that are typed are text', async ({
  page,
}) => {
  await writePost(page, 'Commanded', 'Some n words? j k x.')
  await textField(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('?nz/')
  await expect(textField(page)).toContainText('?nz/')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const menu = page.getByRole('dialog', { name: 'Commands' })
  await expect(menu.getByText('This post')).toBeVisible()
  await page.keyboard.type('publish')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Publish' })).toBeVisible()
  // Over a question that waits for an answer the menu stays away.
  await page.keyboard.press('Control+k')
  await expect(menu).toBeHidden()
})

test('? shows every key', async ({ page }) => {
  await page.goto('/admin/media')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('?')
  const map = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(map.getByText('Take the last act back')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(map).toBeHidden()
  await page.keyboard.press('n')
  await expect(page).toHaveURL('/admin/posts/new')
})

test('the theme that is chosen stays, on the pages of readers too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/admin/account')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(21, 20, 18)')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(21, 20, 18)')
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
