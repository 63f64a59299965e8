import { inspect } from 'node:util'
import { beOwner, expect, test } from '@/tests/support/journey'
import { goThrough } from '@/tests/support/ordeal'

// Each goes its own way by its number: `ORDEALS=200 npm test -- e2e never-lost` (`FROM=101` to go on), and `ORDEAL=17` for one that failed.
const one = process.env.ORDEAL
const number = Number(process.env.ORDEALS ?? 3)
const first = Number(process.env.FROM ?? 1)
const seeds = one === undefined ? Array.from({ length: number }, (_, at) => at + first) : [Number(one)]
/** Most of an ordeal is waiting: many of them go side by side, each with devices of its own. */
const LANES = Math.min(Number(process.env.LANES ?? 4), seeds.length)
const HANGS = 120_000

test('no word is lost to crashes, lost answers, bad networks and two windows', async ({ page, browser }) => {
  test.setTimeout(60_000 + seeds.length * 40_000)
  await beOwner(page)
  const storageState = await page.context().storageState()
  let [typed, lost, done] = [0, 0, 0]
  const failed: string[] = []
  const waiting = seeds.values()
  async function goOn() {
    const device = async () => {
      const context = await browser.newContext({ storageState })
      context.setDefaultTimeout(HANGS)
      return context
    }
    let devices = [await device(), await device()] as const
    for (const seed of waiting) {
      const steps: string[] = []
      try {
        const outcome = await goThrough(seed, devices, steps)
        typed += outcome.typed.join('').length
        lost += outcome.lost.join('').length
        if (outcome.lost.length > 0) {
          failed.push(`ordeal ${seed} lost ${outcome.lost.join(' ')}: ${steps.join(', ')}`)
          console.log(failed.at(-1))
        }
      } catch (error) {
        // The others go on: one that hangs is told with those that lost something.
        failed.push(inspect(error))
        console.log(failed.at(-1))
        await Promise.all(devices.map((context) => context.close()))
        devices = [await device(), await device()]
      }
      done += 1
      if (done % 10 === 0 || done === seeds.length)
        console.log(`${done} ordeals: ${typed} characters typed, ${lost} lost`)
    }
    for (const context of devices) await context.close()
  }
  await Promise.all(Array.from({ length: LANES }, goOn))
  expect(failed).toEqual([])
  expect(done).toBe(seeds.length)
})
