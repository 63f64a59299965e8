import type { Page } from '@playwright/test'
import { beOwner, expect, test } from '@/tests/support/journey'
import { watchMoment } from '@/tests/support/watch-moment'
import { expectSaved, textField, writePost } from '@/tests/support/writing'

test.use({ timezoneId: 'Europe/Berlin' })
test.beforeEach(async ({ page }) => {
  await beOwner(page)
})

async function openPublishPanel(page: Page) {
  await page.keyboard.press('Control+Enter')
  return page.getByRole('dialog', { name: 'Publish' })
}

async function publish(page: Page, title: string, text: string) {
  await writePost(page, title, text)
  const panel = await openPublishPanel(page)
  await panel.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText(/^Live since/).first()).toBeVisible()
}

/** Writes another text and opens the panel on a change of it at that time in UTC. */
async function planChange(page: Page, text: string, at: { date: string; time: string }) {
  await textField(page).fill(text)
  await page.keyboard.press('Control+s')
  await expectSaved(page)
  const panel = await openPublishPanel(page)
  await panel.getByRole('radio', { name: 'At a time, as a scheduled change' }).click()
  await panel.getByLabel('Date', { exact: true }).fill(at.date)
  await panel.getByLabel('Time', { exact: true }).fill(at.time)
  return panel
}

/** What readers saw of the first journey's change; its moment comes while the others go on. */
let seen: Promise<string> | undefined

test('a change of a live post is scheduled', async ({ page, baseURL }) => {
  await publish(page, 'Changing by the clock', 'The old words stand here.')
  const due = new Date(Math.ceil((Date.now() + 10_000) / 60_000) * 60_000)
  const [date = '', time = ''] = due.toISOString().split('T')
  const panel = await planChange(page, 'The new words stand here.', { date, time: time.slice(0, 5) })
  await expect(panel.getByText(/^Readers keep the text they have, and see this one from .* UTC, .* on, without a new date\./)).toBeVisible()
  await panel.getByRole('button', { name: 'Schedule the change' }).click()
  await expect(page.getByText(/^Live since .*, changes .* UTC$/).first()).toBeVisible()
  const read = async () => (await fetch(`${baseURL}/posts/changing-by-the-clock`)).text()
  expect(await read()).toContain('The old words stand here.')
  seen = watchMoment(due, async () => (await read()).includes('The new words stand here.'))
  // Looked at by the last journey of this file, which may come later than a failure.
  seen.catch(() => undefined)
}) // prettier-ignore

test('two changes wait in order; one is looked at, moved and cancelled', { tag: '@phone' }, async ({ page }) => {
  await publish(page, `Two in order ${test.info().project.name}`, 'One two three.')
  for (const [text, date] of [['One four three.', '2031-02-03'], ['One four five.', '2031-02-05']] as const) {
    const panel = await planChange(page, text, { date, time: '09:00' })
    await panel.getByRole('button', { name: 'Schedule the change' }).click()
    await expect(page.getByText(/^Live since .*, changes Monday 3 Feb 2031, 09:00 UTC$/).first()).toBeVisible()
  }
  const panel = await openPublishPanel(page)
  const ahead = panel.getByRole('region', { name: 'Scheduled changes' })
  await expect(ahead.getByRole('listitem')).toHaveCount(2)
  await ahead.getByRole('button', { name: 'What will change on Wednesday 5 Feb 2031' }).click()
  const compared = page.getByRole('dialog', { name: 'What will change on Wednesday 5 Feb 2031, 09:00 UTC' })
  await expect(compared.locator('del')).toContainText('three')
  await expect(compared.locator('ins')).toContainText('five')
  await compared.getByRole('button', { name: 'Close' }).click()

  await ahead.getByRole('button', { name: 'Move the change of Monday 3 Feb 2031' }).click()
  const move = ahead.getByRole('group', { name: 'Another time for this change' })
  await move.getByLabel('Date', { exact: true }).fill('2031-02-06')
  await move.getByRole('button', { name: 'Move the change' }).click()
  await expect(ahead.getByRole('listitem')).toContainText([/^Wednesday 5 Feb/, /^Thursday 6 Feb/])
  await ahead.getByRole('button', { name: 'Cancel the change of Wednesday 5 Feb 2031' }).click()
  await expect(ahead.getByRole('listitem')).toContainText([/^Thursday 6 Feb/])
}) // prettier-ignore

test('of a time that the clocks show twice one is chosen, and a year far away is refused at its field', async ({ page }) => {
  await publish(page, 'Doubtful hours', 'When is it.')
  const panel = await planChange(page, 'When is it now.', { date: '2031-10-26', time: '02:30' })
  const zone = panel.getByRole('combobox', { name: 'Time zone' })
  await zone.fill('Europe/Berlin')
  await page.getByRole('option', { name: 'Europe/Berlin' }).click()
  await expect(panel.getByText('The clocks show 02:30 twice there. Which one is it?')).toBeVisible()
  await panel.getByRole('radio', { name: 'The second, 01:30 UTC' }).click()
  await expect(panel.getByText('Sunday 26 Oct 2031, 01:30 UTC (the site)')).toBeVisible()
  await expect(panel.getByText('Sunday 26 Oct 2031, 02:30 Berlin (where you are)')).toBeVisible()
  await panel.getByLabel('Date', { exact: true }).fill('9999-01-01')
  await expect(panel.getByText('The year must be between 1900 and 2199.')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Schedule the change' })).toBeDisabled()
}) // prettier-ignore

test('a post leaves at a date and comes back, and a draft is planned without being scheduled', { tag: '@phone' }, async ({ page, isMobile }) => {
  const name = test.info().project.name
  const details = async () => {
    const button = page.getByRole('button', { name: 'Details', exact: true })
    if (isMobile || (await button.isVisible())) await button.click()
  }
  await publish(page, `Away for a while ${name}`, 'Back soon.')
  await details()
  await page.getByRole('button', { name: 'Change when it leaves the site' }).click()
  const dialog = page.getByRole('dialog', { name: 'When it leaves the site' })
  await dialog.getByLabel('Date', { exact: true }).fill('2031-03-03')
  await dialog.getByLabel('Time', { exact: true }).fill('09:00')
  await dialog.getByRole('switch', { name: 'It comes back' }).click()
  const back = dialog.getByRole('group', { name: 'When it comes back' })
  await back.getByLabel('Date', { exact: true }).fill('2031-03-05')
  await back.getByLabel('Time', { exact: true }).fill('09:00')
  await expect(dialog.getByText(/says that it is gone, and it is back Wednesday 5 Mar 2031, 09:00 UTC\.$/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Set these times' }).click()
  await expect(page.getByText(/leaves the site Monday 3 Mar 2031, 09:00 UTC and comes back Wednesday 5 Mar 2031, 09:00 UTC$/).first()).toBeVisible()

  await writePost(page, `Meant for March ${name}`, 'Not yet.')
  await details()
  await page.getByRole('button', { name: 'Change when it is planned for' }).click()
  const planned = page.getByRole('dialog', { name: 'Planned for' })
  await planned.getByLabel('Date', { exact: true }).fill('2031-03-07')
  await planned.getByLabel('Time', { exact: true }).fill('10:00')
  await planned.getByRole('button', { name: 'Plan for this time' }).click()
  await expect(page.getByText('Draft, planned for Friday 7 Mar 2031, 10:00 UTC').first()).toBeVisible()
  await page.goto('/admin/posts?status=planned')
  await expect(page.getByRole('link', { name: `Meant for March ${name}` })).toBeVisible()
  expect((await page.request.get(`/posts/meant-for-march-${name}`)).status()).toBe(404)
}) // prettier-ignore

test('readers see a scheduled change at its second and not before', async () => {
  expect(await seen, 'scheduled by the first journey of this file').toBe('on time')
})
