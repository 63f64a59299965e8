import { beOwner, expect, test } from '@/tests/support/journey'
import { goThrough } from '@/tests/support/ordeal'

// Each goes its own way by its number: `ORDEALS=200 npm test -- e2e never-lost`, and `ORDEAL=17` for one that failed.
const one = process.env.ORDEAL
const number = Number(process.env.ORDEALS ?? 3)
const seeds = one === undefined ? Array.from({ length: number }, (_, at) => at + 1) : [Number(one)]
/** Most of an ordeal is waiting: many of them go side by side, each with devices of its own. */
const LANES = Math.min(4, Math.ceil(seeds.length / 10))
const HANGS = 90_000

test('no word is lost to crashes, lost answers, bad networks and two windows', async ({ page, browser }) => {
  test.setTimeout(60_000 + seeds.length * 40_000)
  await beOwner(page)
  const storageState = await page.context().storageState()
  let [typed, lost, done] = [0, 0, 0]
  const waiting = seeds.values()
  async function goOn() {
    const device = async () => {
      const context = await browser.newContext({ storageState })
      context.setDefaultTimeout(HANGS)
      return context
    }
    const devices = [await device(), await device()] as const
    for (const seed of waiting) {
      const outcome = await goThrough(seed, devices)
      typed += outcome.typed
      lost += outcome.lost.length
      done += 1
      expect.soft(outcome.lost, `ordeal ${seed}: ${outcome.steps.join(', ')}`).toEqual([])
      if (done % 10 === 0 || done === seeds.length)
        console.log(`${done} ordeals: ${typed} words typed, ${lost} lost`)
    }
    for (const context of devices) await context.close()
  }
  await Promise.all(Array.from({ length: LANES }, goOn))
  expect(done).toBe(seeds.length)
})
