import type { Locator, Page } from '@playwright/test'
import { expect } from '@/tests/support/journey'

/** The field of the text; what is in it is its text, not its value. */
export function textField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Text in Markdown' })
}

/** Begins a post and waits until the server has it. */
export async function writePost(page: Page, title: string, text: string) {
  await page.goto('/admin/posts/new')
  await textField(page).fill(text)
  await page.getByLabel('Title', { exact: true }).fill(title)
  await expectSaved(page)
}

export async function expectSaved(page: Page) {
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
}

/** The whole text as it stands, line by line; of a long one, only what is drawn. */
export async function textOf(page: Page): Promise<string> {
  const lines = await textField(page).locator('.cm-line').allTextContents()
  return lines.join('\n')
}
