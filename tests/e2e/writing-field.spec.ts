import { readFile } from 'node:fs/promises'
import { beOwner, expect, test } from '@/tests/support/journey'
import { OWNER } from '@/tests/support/server'
import { expectSaved, textField, textOf, writePost } from '@/tests/support/writing'

test.beforeEach(async ({ page }) => {
  await beOwner(page)
})

test(
  'the text knows Markdown: lists go on, / makes blocks, [[ finds posts, Tab leaves',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('/admin/posts/new')
    await textField(page).press('Control+Home')
    await page.keyboard.type('- one\ntwo\n\n')
    await page.keyboard.type('/tab', { delay: 30 })
    await page.getByRole('option', { name: /^Table/ }).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('See [[feed is', { delay: 60 })
    await page.getByRole('option', { name: /^A feed is a promise/ }).click()
    expect(await textOf(page)).toBe(
      '- one\n- two\n\n| Column | Column |\n| --- | --- |\n| | |\nSee [A feed is a promise](/posts/a-feed-is-a-promise)',
    )
    await textField(page).focus()
    await page.keyboard.press('Tab')
    await expect(textField(page)).not.toBeFocused()
  },
)

test('pictures that are dropped stand in the text, and what is refused says why', async ({ page }) => {
  await page.goto('/admin/posts/new')
  await textField(page).fill('Before.')
  const bytes = [...(await readFile('public/icon-512.png'))]
  await textField(page).evaluate((field, data) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([new Uint8Array(data)], 'press.png', { type: 'image/png' }))
    dataTransfer.items.add(new File(['<b>'], 'page.html', { type: 'text/html' }))
    const { left: clientX, bottom: clientY } = field.getBoundingClientRect()
    field.dispatchEvent(
      new DragEvent('drop', { dataTransfer, clientX, clientY, bubbles: true, cancelable: true }),
    )
  }, bytes)
  await expect(textField(page).getByText(/!\[\]\(\/media\/[\w-]+\.png\)/)).toBeVisible()
  await expect(page.getByText('page.html: this is no picture or sound that Octavo takes.')).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  expect(await textOf(page)).toMatch(/^Before\.\n\n!\[\]\(\/media\/[\w-]+\.png\)$/)
})

test('a session that ended is taken up again in place, and the text is saved', async ({ page }) => {
  await writePost(page, 'Longer than a session', 'Before the end.')
  const address = page.url()
  await page.context().clearCookies()
  await textField(page).press('Control+End')
  await page.keyboard.insertText(' After it.')
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Sign in again' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('E-mail').fill(OWNER.email)
  await dialog.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expectSaved(page)
  await page.goto(address)
  await expect(textField(page)).toHaveText('Before the end. After it.')
})

test('a post of 50,000 words is typed in without lag', async ({ page }) => {
  await page.setViewportSize({ width: 1700, height: 900 })
  await page.goto('/admin/posts/new')
  const words = 'eight leaves of one sheet folded three times wait for the knife'.split(' ')
  const paragraph = (number: number) =>
    Array.from({ length: 100 }, (_, at) => words[(at + number) % words.length]).join(' ')
  const text = Array.from({ length: 500 }, (_, number) => paragraph(number)).join('.\n\n')
  await textField(page).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
  await expect(page.getByText('50,000 words').first()).toBeVisible()
  await page.getByLabel('Title', { exact: true }).fill('Fifty thousand words')
  await expectSaved(page)
  await textField(page).press('Control+Home')
  const watched = await page.evaluateHandle(() => {
    const keys = new Map<number, number>()
    const options = { type: 'event', durationThreshold: 16 }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry instanceof PerformanceEventTiming && entry.interactionId > 0)
          keys.set(entry.interactionId, Math.max(entry.duration, keys.get(entry.interactionId) ?? 0))
    }).observe(options)
    return keys
  })
  const typed = 'words that follow the keys '.repeat(4)
  await page.keyboard.type(typed, { delay: 40 })
  // What took less than 16 ms from key to paint is not told.
  const told = await watched.evaluate((keys) => [...keys.values()])
  const times = [...Array.from({ length: Math.max(0, typed.length - told.length) }, () => 16), ...told]
  const p95 = times.sort((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Infinity
  console.log(`50,000 words: key to paint ${p95} ms at p95 of ${times.length} keys`)
  // Wanted are 32; a machine that does other things at the same time gets some room.
  expect(p95).toBeLessThanOrEqual(100)
})
