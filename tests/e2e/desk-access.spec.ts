import AxeBuilder from '@axe-core/playwright'
import { expect, signIn, test } from '@/tests/support/journey'

const pages = ['/admin/posts', '/admin/posts/new', '/admin/media', '/admin/tags', '/admin/settings'] as const

for (const scheme of ['light', 'dark'] as const) {
  test(
    `axe finds nothing on the desk's pages in the ${scheme} theme`,
    { tag: '@phone' },
    async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme })
      await signIn(page)
      for (const path of pages) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
        const { violations } = await new AxeBuilder({ page }).analyze()
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
        expect(found, path).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, path).toBeLessThanOrEqual(0)
      }
    },
  )
}
