import { beOwner, expect, test } from '@/tests/support/journey'
import { goThrough } from '@/tests/support/ordeal'

// Each goes its own way by its number: `ORDEALS=200 npm test -- e2e never-lost`, and `ORDEAL=17` for one that failed.
const one = process.env.ORDEAL
const number = Number(process.env.ORDEALS ?? 3)
const seeds = one === undefined ? Array.from({ length: number }, (_, at) => at + 1) : [Number(one)]

test('no word is lost to crashes, lost answers, bad networks and two windows', async ({ page, browser }) => {
  test.setTimeout(60_000 + seeds.length * 40_000)
  await beOwner(page)
  const other = await browser.newContext({ storageState: await page.context().storageState() })
  let [typed, lost] = [0, 0]
  for (const seed of seeds) {
    const outcome = await goThrough(seed, [page.context(), other])
    typed += outcome.typed
    lost += outcome.lost.length
    expect.soft(outcome.lost, `ordeal ${seed}: ${outcome.steps.join(', ')}`).toEqual([])
    if (seed % 10 === 0 || seed === seeds.at(-1))
      console.log(`up to ordeal ${seed}: ${typed} words typed, ${lost} lost`)
  }
  await other.close()
})
