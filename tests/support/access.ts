import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

type Options = {
  /** A menu or list that floats above the page stands in no landmark: then only it is looked at. */
  part?: string
}

/**
 * What axe and a ruler find on a page in the light theme, and what the dark one does to its contrast: nothing else changes with
 * the theme, and contrast does not change with the window, so a phone is spared the second look.
 */
export async function expectAccess(page: Page, where: string, { part = 'html' }: Options = {}) {
  await show(page, 'light')
  expect(await faultsOf(axe(page, part)), where).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, where).toBeLessThanOrEqual(0)
  if ((page.viewportSize()?.width ?? 0) < 1000) return
  await show(page, 'dark')
  expect(await faultsOf(axe(page, part).withRules('color-contrast')), `${where}, dark`).toEqual([])
}

/** Colours fade from one theme into the other; what is half way is neither. */
async function show(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
}

/** Our pages hold no frames, so axe needs no second page to bring their answers together. */
function axe(page: Page, part: string) {
  return new AxeBuilder({ page }).include(part).setLegacyMode(true)
}

async function faultsOf(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
