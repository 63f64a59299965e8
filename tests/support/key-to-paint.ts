import type { Locator, Page } from '@playwright/test'

const LEAVES = 'eight leaves of one sheet folded three times wait for the knife'.split(' ')
const IN_A_PARAGRAPH = 100

/** A text of so many words, in paragraphs of a hundred. */
export function manyWords(count: number): string {
  const paragraph = (number: number) =>
    Array.from({ length: IN_A_PARAGRAPH }, (_, at) => LEAVES[(at + number) % LEAVES.length]).join(' ')
  return Array.from({ length: count / IN_A_PARAGRAPH }, (_, number) => paragraph(number)).join('.\n\n')
}

export async function pasteInto(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** The browser rounds to 8 ms, and does not tell of what took less than this. */
const LEAST = 16
const BETWEEN_KEYS = 40

/** Types into what has the focus. Answers the milliseconds from each key to the paint that shows it, in order of length. */
export async function timeKeys(page: Page, typed: string): Promise<number[]> {
  const watched = await page.evaluateHandle((durationThreshold) => {
    const keys = new Map<number, number>()
    const options = { type: 'event', durationThreshold }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry instanceof PerformanceEventTiming && entry.interactionId > 0)
          keys.set(entry.interactionId, Math.max(entry.duration, keys.get(entry.interactionId) ?? 0))
    }).observe(options)
    return keys
  }, LEAST)
  await page.keyboard.type(typed, { delay: BETWEEN_KEYS })
  const told = await watched.evaluate((keys) => [...keys.values()])
  const untold = Array.from({ length: Math.max(0, typed.length - told.length) }, () => LEAST)
  return [...untold, ...told].sort((one, other) => one - other)
}

/** What that part of them does not exceed, 0 to 1. */
export function percentile(sorted: number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Infinity
}
