import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectAccess } from '@/tests/support/access'
import { behindTheServer } from '@/tests/support/behind'
import { beOwner, expect, test } from '@/tests/support/journey'
import { textField, textOf } from '@/tests/support/writing'

test.beforeEach(({ page }) => beOwner(page))

/** A post of three versions, the second of which readers see; an hour lies between each two. */
async function postWithHistory(title: string): Promise<{ id: string; slug: string }> {
  return behindTheServer(async () => {
    const { db } = await import('@/lib/db')
    const { createPost, savePost } = await import('@/domain/posts/commands')
    const { publishPost } = await import('@/domain/posts/publish')
    const { contentWith, personWith } = await import('@/tests/support/posts')
    const editor = await personWith('editor', 'Edith')
    const age = (id: string) =>
      db.$executeRaw`UPDATE revision SET at = at - interval '1 hour' WHERE post_id = ${id}::uuid`
    // The journey is made on a wide and on a narrow screen of one blog.
    const slug = `versions-${randomUUID()}`
    const long = 'A paragraph that stays as it is, word by word, in every version. '.repeat(30)
    const content = (body: string, part = {}) =>
      contentWith({ title, slug, body: `${body}\n\n${long}\n\nThe end.`, bylineIds: [editor.id], ...part })
    const first = await createPost(editor, content('A quick fox.', { tags: ['animals'] }))
    await age(first.id)
    const second = await savePost(editor, { ...first, content: content('A slow fox.') })
    await publishPost(editor, second)
    await age(first.id)
    await savePost(editor, {
      ...second,
      content: content('A slow dog.', { title: `${title} again`, toc: false }),
    })
    return { id: first.id, slug }
  })
}

const row = (page: Page, version: number) =>
  page
    .getByRole('navigation', { name: 'Versions' })
    .getByRole('link', { name: `Version ${version}`, exact: false })
    .first()

test(
  'the history tells what each version changed, and any two are compared',
  { tag: '@phone' },
  async ({ page }) => {
    const { id } = await postWithHistory('Told in versions')
    await page.goto(`/admin/posts/${id}`)
    await expect(textField(page)).not.toHaveText('')
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'History' }).click()
    await expect(page.getByRole('heading', { name: 'Version 3 compared with version 2' })).toBeVisible()
    const changed = page.getByRole('region', { name: 'What changed' })
    await expect(changed.getByRole('region', { name: 'Text' }).getByRole('deletion')).toContainText('fox')
    await expect(changed.getByRole('region', { name: 'Text' }).getByRole('insertion')).toContainText('dog')
    await expect(
      changed.getByRole('region', { name: 'Table of contents' }).getByRole('deletion'),
    ).toContainText('On')
    await expect(changed.getByText(/^\d+ unchanged words$/)).toBeVisible()
    await expect(page.getByText('Published', { exact: true })).toBeVisible()
    await expect(page.getByText('Readers see this')).toBeVisible()
    await expectAccess(page, 'the history')

    await row(page, 3).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Version 2 compared with version 1' })).toBeVisible()
    await expect(changed.getByRole('region', { name: 'Tags' }).getByRole('deletion')).toContainText('animals')
    await page.getByRole('link', { name: 'Compare with version 3' }).click()
    await expect(page.getByRole('heading', { name: 'Version 3 compared with version 2' })).toBeVisible()
  },
)

test(
  'one field of an old version comes back, then all of it, and readers see none of it',
  { tag: '@phone' },
  async ({ page }) => {
    const { id, slug } = await postWithHistory('Brought back')
    await page.goto(`/admin/posts/${id}/history?to=1`)
    await page.getByRole('link', { name: 'Restore…' }).click()
    await expect(page.getByRole('heading', { name: 'Restore version 1' })).toBeVisible()
    await expectAccess(page, 'restoring a version')
    await page.getByRole('checkbox', { name: 'Text', exact: true }).uncheck()
    await page.getByRole('checkbox', { name: 'Table of contents' }).uncheck()
    await page.getByRole('checkbox', { name: 'Tags' }).uncheck()
    await page.getByRole('button', { name: 'Restore only: Title' }).click()
    await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Brought back')
    await expect.poll(() => textOf(page)).toContain('A slow dog.')
    await expect(page.getByText(/2 unpublished changes$/).first()).toBeVisible()

    await page.goto(`/admin/posts/${id}/history/1`)
    await page.getByRole('button', { name: 'Restore all of it' }).click()
    await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Brought back')
    await expect.poll(() => textOf(page)).toContain('A quick fox.')
    expect(await (await page.request.get(`/posts/${slug}`)).text()).toContain('A slow fox.')
  },
)

test('a version does not come back over what somebody saved meanwhile', async ({ page, context }) => {
  const { id } = await postWithHistory('Not over it')
  await page.goto(`/admin/posts/${id}/history/1`)
  await expect(page.getByRole('button', { name: 'Restore all of it' })).toBeVisible()
  const other = await context.newPage()
  await other.goto(`/admin/posts/${id}`)
  await textField(other).fill('Saved meanwhile.')
  await other.keyboard.press('Control+s')
  await expect(other.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  await page.getByRole('button', { name: 'Restore all of it' }).click()
  await expect(page.getByText(/^Somebody saved this post after you opened it/)).toBeVisible()
  await page.getByRole('link', { name: 'Compare with it' }).click()
  await expect(page.getByText('Saved meanwhile').first()).toBeVisible()
})
