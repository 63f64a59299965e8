import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

import { countPlaywright, countVitest, sentenceOf } from '@/tests/support/counts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'octavo-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

function reportOf(content: object) {
  const path = join(folder, `${crypto.randomUUID()}.json`)
  writeFileSync(path, JSON.stringify(content))
  return path
}

function vitestReport(numPassedTests: number, testResults: object[] = []) {
  return reportOf({ numPassedTests, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults })
}

test('skipped tests are counted and never taken for passed ones', () => {
  expect(countVitest(vitestReport(5), 0)).toEqual({ passed: 5, failed: 0, skipped: 2 })
})

test('a test file that cannot be loaded is a failure', () => {
  const broken = { status: 'failed', assertionResults: [] }
  expect(countVitest(vitestReport(5, [broken]), 1).failed).toBe(1)
})

test('a run that ends badly without a failed test has failed', () => {
  expect(countVitest(vitestReport(5), 1).failed).toBe(1)
  expect(countVitest(join(folder, 'never-written.json'), 1).failed).toBe(1)
})

test('a journey that only passed on a second try has failed', () => {
  const report = reportOf({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } })
  expect(countPlaywright(report, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 })
})

test.each([
  [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
  [{ passed: 12, failed: 3, skipped: 1 }, '12 passed, 3 failed, 1 skipped'],
] as const)('%o reads as "%s"', (counts, sentence) => {
  expect(sentenceOf(counts)).toBe(sentence)
})
