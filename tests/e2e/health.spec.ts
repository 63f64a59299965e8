import type { Locator } from '@playwright/test'
import { behindTheServer } from '@/tests/support/behind'
import { beOwner, expect, test } from '@/tests/support/journey'

test('whoever publishes sees when it was seen, and the page Health says how late it was', async ({
  page,
}) => {
  const id = await behindTheServer(async () => {
    const { COMMAND_LINE } = await import('@/domain/permissions')
    const { createPost } = await import('@/domain/posts/commands')
    const { publishPost } = await import('@/domain/posts/publish')
    const { contentWith } = await import('@/tests/support/posts')
    const post = await createPost(
      COMMAND_LINE,
      contentWith({ title: 'A receipt & “more”', body: '# <em>Told</em>\n\n`<b>` & *soon*.' }),
    )
    await publishPost(COMMAND_LINE, post)
    return post.id
  })
  await beOwner(page)
  await page.goto(`/admin/posts/${id}`)
  const receipt = page.getByRole('region', { name: 'Receipt' })
  for (const step of ['On its page', 'In the feed', 'In the sitemap', 'Picture for sharing'])
    await expect(receipt.getByRole('definition').nth(await placeOf(receipt, step))).toHaveText(/^[\d.]+ m?s$/)
  await page.goto('/admin/health')
  await expect(page.getByRole('img', { name: /^Lateness of the last \d+/ })).toBeVisible()
  await expect(page.getByText(/^Heard of \d+ seconds? ago/)).toBeVisible()
})

test('what keeps failing is said on every page of the desk, with its reason and another try', async ({
  page,
}) => {
  await behindTheServer(async () => {
    const { transaction } = await import('@/lib/db')
    const { addJob } = await import('@/lib/jobs')
    await transaction(async (tx) => {
      await addJob(tx, { name: 'send-webhook', payload: { event: '1' }, key: 'health-journey' })
      await tx.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 5, run_at = now() + interval '1 hour',
      last_error = 'The receiver answered 500.' WHERE key = 'health-journey'`
    })
  })
  await beOwner(page)
  await page.goto('/admin/posts')
  const banner = page.getByRole('alert').filter({ hasText: /keeps? failing/ })
  await banner.getByRole('link', { name: 'See Health' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'The receiver answered 500.' })
  await row.getByRole('button', { name: /^Try again/ }).click()
  await expect(row).toHaveCount(0)
})

async function placeOf(list: Locator, term: string): Promise<number> {
  await expect(list.getByText(term)).toBeVisible()
  return (await list.getByRole('term').allTextContents()).indexOf(term)
}
