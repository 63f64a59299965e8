import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccess } from '@/tests/support/access'
import { folderWith } from '@/tests/support/folder'
import { beOwner, expect, test } from '@/tests/support/journey'
import { squareBytes } from '@/tests/support/roles'
import { zipWith } from '@/tests/support/zip'

test.beforeEach(({ page }) => beOwner(page))
// An undone post answers 404, and a refused archive 400, on purpose.
test.use({ forgive: [/404|400/] })

const post = (title: string, body: string, keys = '') =>
  `---\ntitle: ${title}\ndate: 2020-01-01\n${keys}---\n${body}`

async function archive(name: string): Promise<string> {
  const file = join(await folderWith({}), `${name}.zip`)
  const files = {
    [`${name}/content/posts/press.md`]: post('A press in a zip', 'It closes.', `aliases: [/old/${name}]\n`),
    [`${name}/content/posts/type/index.md`]: post('Type in a zip', '![A square](square.png)'),
    [`${name}/content/posts/type/square.png`]: await squareBytes(),
    [`${name}/content/posts/broken.md`]: '---\ntitle: [unclosed\n  - {\n---\nText.',
  }
  await writeFile(file, await zipWith(files))
  return file
}

async function rehearse(page: Page, file: string) {
  await page.goto('/admin/transfer')
  await page.getByLabel('Zip archive or Markdown file').setInputFiles(file)
  await page.getByRole('button', { name: 'Rehearse' }).click()
  await page.waitForURL(/\/admin\/transfer\/[0-9a-f-]{36}/)
}

test('a zip is rehearsed, imported and undone', { tag: '@phone' }, async ({ page }, { project }) => {
  const name = `zipped-${project.name}`
  await rehearse(page, await archive(name))
  await expect(page.getByText('Rehearsed, nothing is written yet: 1 failed, 2 new')).toBeVisible()
  await expect(page.getByRole('row', { name: /press\.md New .*\/old\/zipped-\w+ leads here/ })).toBeVisible()
  await expectAccess(page, 'a rehearsal')
  expect((await page.request.get('/posts/press')).status()).toBe(404)

  await page.getByLabel('Show').selectOption('failed')
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('row', { name: /broken\.md Failed/ })).toBeVisible()
  await page.getByLabel('Show').selectOption('all')
  await page.getByLabel('Search files and remarks').fill('old/zipped')
  await expect(page.getByRole('row', { name: /press\.md/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /broken\.md/ })).toHaveCount(0)
  await page.getByLabel('Search files and remarks').fill('')
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save the report as CSV' }).click(),
  ])
  expect(await readFile(await saved.path(), 'utf8')).toContain('content/posts/press.md,created,/posts/press')

  await page.getByRole('button', { name: 'Import 2 files' }).click()
  await expect(page.getByText('Finished: 1 failed, 2 new')).toBeVisible()
  expect(await (await page.request.get('/posts/type')).text()).toMatch(/<img[^>]+src="\/media\//)
  const moved = await page.request.get(`/old/${name}`, { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([301, '/posts/press'])

  await page.getByRole('button', { name: 'Undo this import' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('2 posts, 1 picture or sound and 1 old address go.')
  await expectAccess(page, 'the undo of an import')
  await dialog.getByRole('button', { name: 'Undo the import' }).click()
  await expect(page.getByText('Undone', { exact: true })).toBeVisible()
  for (const path of ['/posts/press', '/posts/type', `/old/${name}`])
    expect([path, (await page.request.get(path)).status()]).toEqual([path, 404])
})

test('an archive that breaks off is refused with a sentence, and a rehearsal can be discarded', async ({
  page,
}) => {
  const whole = await archive('discarded')
  const broken = join(await folderWith({}), 'broken.zip')
  await writeFile(broken, (await readFile(whole)).subarray(0, 300))
  await page.goto('/admin/transfer')
  await page.getByLabel('Zip archive or Markdown file').setInputFiles(broken)
  await page.getByRole('button', { name: 'Rehearse' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'zip' })).toContainText(
    'not a zip archive that can be read whole',
  )

  await rehearse(page, whole)
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.waitForURL('**/admin/transfer')
  await expect(page.getByRole('link', { name: 'discarded' })).toHaveCount(0)
})
