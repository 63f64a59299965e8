import { buffer } from 'node:stream/consumers'
import { fromBuffer } from 'yauzl'
import { beOwner, expect, test } from '@/tests/support/journey'

test('an owner takes everything along as a zip, drafts and pictures too', async ({ page }) => {
  await beOwner(page)
  await page.goto('/admin/transfer')
  const section = page.getByRole('region', { name: 'Export' })
  await expect(section).toContainText(/\d+ posts and pages, drafts included/)
  const started = page.waitForEvent('download')
  await section.getByRole('link', { name: 'Download a zip' }).click()
  const download = await started
  expect(download.suggestedFilename()).toBe('octavo-export.zip')
  const names = await namesIn(await buffer(await download.createReadStream()))
  expect(names).toContain('a-page-that-prints.md')
  expect(names).toContain('media/feed.webp')
  expect(names.at(-1)).toBe('.octavo-export.json')
})

test('nobody else is given anything', async ({ page, request }) => {
  const stranger = await request.get('/admin/transfer/export', { maxRedirects: 0 })
  expect(stranger.status()).toBe(307)
  expect(stranger.headers().location).toBe('/login')
  await beOwner(page)
  const head = await page.request.head('/admin/transfer/export')
  expect(head.headers()['content-type']).toBe('application/zip')
  expect(head.headers()['cache-control']).toContain('no-store')
})

function namesIn(zip: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, archive) => {
      if (error !== null) return reject(error)
      const names: string[] = []
      archive.on('entry', (entry: { fileName: string }) => {
        names.push(entry.fileName)
        archive.readEntry()
      })
      archive.on('end', () => resolve(names))
      archive.on('error', reject)
      archive.readEntry()
    })
  })
}
