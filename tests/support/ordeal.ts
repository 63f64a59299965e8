import type { BrowserContext, Locator, Page, Route } from '@playwright/test'
import { seeded } from '@/prisma/seed/seeded'
import { textField, textOf } from '@/tests/support/writing'

type Network = 'up' | 'down' | 'answers lost'
type Window = { context: BrowserContext; page: Page; network: Network; crashed: boolean }
export type Outcome = { typed: string[]; lost: string[] }

const STEPS = [
  'type', 'type', 'type', 'type', 'type', 'type', 'save', 'wait', 'crash', 'reload', 'close', 'down', 'answers lost', 'up',
] as const // prettier-ignore
const LENGTH = 14
const TO_DISK = 50
/** No step takes as long, on whatever machine. */
const HANGS = 180_000

/**
 * What a text goes through: two windows on one post, of one device or of two, that type, save, crash, are closed, and lose the
 * network or only the answers, in an order that the seed says. Then everything is up again and each question is answered with
 * "keep both". Answers the words that were typed and which of them are not in the text that the server has at the end. `steps`
 * tells how far it is; one that hangs says where.
 */
export async function goThrough(
  seed: number,
  contexts: readonly [BrowserContext, BrowserContext],
  steps: string[],
): Promise<Outcome> {
  let [timer, seen]: [NodeJS.Timeout | undefined, number] = [undefined, 0]
  const hangs = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (steps.length === seen) reject(new Error(`It hangs at "${steps.at(-1)}".`))
      seen = steps.length
    }, HANGS)
  })
  try {
    return await Promise.race([suffer(seed, contexts, steps), hangs])
  } catch (error) {
    throw new Error(`Ordeal ${seed}: ${steps.join(', ')}`, { cause: error })
  } finally {
    clearInterval(timer)
  }
}

async function suffer(
  seed: number,
  contexts: readonly [BrowserContext, BrowserContext],
  steps: string[],
): Promise<Outcome> {
  const random = seeded(seed)
  const words: string[] = []
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]
  const title = `Ordeal ${seed}`
  const isOneDevice = random() < 0.5

  steps.push('begin')
  const first = await openWindow(contexts[0], '/admin/posts/new')
  await textField(first.page).fill('One.\n\nTwo.\n\nThree.')
  await first.page.getByLabel('Title', { exact: true }).fill(title)
  await first.page.keyboard.press('Control+s')
  await first.page.waitForURL(/posts\/[0-9a-f-]{36}$/)
  const path = new URL(first.page.url()).pathname
  const windows = [first, await openWindow(contexts[isOneDevice ? 0 : 1], path)]

  for (let number = 0; number < LENGTH; number += 1) {
    const [at, step] = [Math.floor(random() * windows.length), pick(STEPS) ?? 'type']
    const window = windows[at]
    if (window === undefined) continue
    steps.push(`${at} ${step}`)
    if (step === 'type') {
      const word = `w${seed}x${number}y`
      words.push(word)
      const place = { line: Math.floor(random() * 8), apart: random() < 0.3 }
      await typeSomewhere(window.page, word, { ...place, byKey: random() < 0.5 })
    }
    if (step === 'save') await window.page.keyboard.press('Control+s')
    if (step === 'wait') await window.page.waitForTimeout(random() * 2_200)
    if (step === 'down' || step === 'up' || step === 'answers lost') window.network = step
    if (step === 'crash') await crash(window)
    if (step === 'reload') await window.page.reload()
    if (step === 'close') await close(window)
    for (const other of windows)
      if (other.crashed || other.page.isClosed()) Object.assign(other, await openWindow(other.context, path))
  }

  for (const window of windows) window.network = 'up'
  for (const [at, window] of windows.entries()) {
    steps.push(`${at} settle`)
    await settle(window.page)
  }
  steps.push('look')
  const last = await openWindow(contexts[0], path)
  await settle(last.page)
  steps.push('look again')
  await last.page.reload()
  await textField(last.page).waitFor()
  const text = await textOf(last.page)
  for (const { page } of [...windows, last]) await page.close()
  return { typed: words, lost: words.filter((word) => !text.includes(word)) }
}

async function openWindow(context: BrowserContext, path: string): Promise<Window> {
  const page = await context.newPage()
  const window: Window = { context, page, network: 'up', crashed: false }
  page.on('crash', () => (window.crashed = true))
  // A page with words that are not saved asks before it goes.
  page.on('dialog', (dialog) => void dialog.accept())
  await page.route('**/admin/posts/**', (route) => answer(window.network, route))
  await page.goto(path)
  await waitForText(page)
  return window
}

async function waitForText(page: Page) {
  try {
    await textField(page).waitFor()
  } catch (error) {
    const shown = await page.locator('body').innerText()
    throw new Error(`There is no text field on ${page.url()}, but: ${shown.slice(0, 500)}`, { cause: error })
  }
}

/** Pages come in any case, so that a window can be opened again; what is sent gets lost, or its answer does. */
async function answer(network: Network, route: Route) {
  const isSent = route.request().method() === 'POST'
  if (!isSent || network === 'up') return route.continue()
  if (network === 'answers lost') await route.fetch()
  await route.abort('connectionfailed')
}

type Place = { line: number; apart: boolean; byKey: boolean }

/** A question that comes before or between the keys has them; whoever sees that puts it off and types again. */
async function typeSomewhere(page: Page, word: string, place: Place) {
  do await putOff(page)
  while (!(await goToStart(page)))
  await typeAt(page, word, place)
  if (!(await isAsked(page))) return
  await putOff(page)
  if (!(await textOf(page)).includes(word)) await typeSomewhere(page, word, place)
}

/** Answers false when a question came first. */
function goToStart(page: Page): Promise<boolean> {
  const press = textField(page).press('Control+Home', { timeout: 2_000 })
  return press.then(
    () => true,
    () => false,
  )
}

function isAsked(page: Page): Promise<boolean> {
  return page.getByRole('button', { name: 'Save the merged text' }).isVisible()
}

async function putOff(page: Page) {
  while (await isAsked(page)) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(150)
  }
}

async function typeAt(page: Page, word: string, { line, apart, byKey }: Place) {
  for (let number = 0; number < line; number += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  if (apart) await page.keyboard.press('Enter')
  if (apart) await page.keyboard.press('Enter')
  if (byKey) await page.keyboard.type(` ${word}`, { delay: 20 })
  else await page.keyboard.insertText(` ${word}`)
}

/**
 * The process of the page ends in the middle of whatever it does; other pages in the same process end with it. A key needs some
 * milliseconds to the disk: what is pressed in the moment of the crash itself no program can keep.
 */
async function crash(window: Window) {
  await window.page.waitForTimeout(TO_DISK)
  const session = await window.context.newCDPSession(window.page)
  const crashed = window.page.waitForEvent('crash')
  void session.send('Page.crash').catch(() => undefined)
  await crashed
  await window.page.close()
}

async function close(window: Window) {
  await window.page.waitForTimeout(TO_DISK)
  await window.page.close()
}

/** Answers each question with "keep both", takes up what was left behind, and waits until the server has it all. */
async function settle(page: Page) {
  const [merged, left] = [
    page.getByRole('button', { name: 'Save the merged text' }),
    page.getByRole('button', { name: 'Use it' }).first(),
  ]
  const saved = page.getByText(/^Saved( \d\d:\d\d)?$/)
  for (let round = 0; round < 60; round += 1) {
    if (await merged.isVisible()) await press(merged)
    else if (await left.isVisible()) await press(left)
    else if ((await saved.isVisible()) && round > 1) return
    else await page.keyboard.press('Control+s')
    await page.waitForTimeout(150)
  }
  throw new Error(`Not saved: ${await page.locator('header').innerText()}`)
}

/** A question may come before it, and go when what was asked is settled: the next look is at what is there then. */
async function press(button: Locator) {
  await button.click({ timeout: 2_000 }).catch(() => undefined)
}
