import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

import {
  countPlaywright,
  countVitest,
  failuresOfPlaywright,
  failuresOfVitest,
  sentenceOf,
} from '@/tests/support/counts.mjs'

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

test('what failed is named in a line each, with the first line of the reason', () => {
  const name = join(process.cwd(), 'tests/unit/a.test.ts')
  const failed = {
    status: 'failed',
    fullName: 'one is two',
    failureMessages: ['\u001b[31mNo.\u001b[39m\nat b'],
  }
  const report = vitestReport(5, [
    { name, status: 'failed', assertionResults: [failed, { status: 'passed' }] },
    { name, status: 'failed', message: 'Not a module', assertionResults: [] },
  ])
  expect(failuresOfVitest(report)).toEqual([
    'tests/unit/a.test.ts › one is two: No.',
    'tests/unit/a.test.ts: Not a module',
  ])
  expect(failuresOfVitest(join(folder, 'never-written.json'))).toEqual([])
})

test('what failed in a journey is named wherever it stands', () => {
  const tests = [
    { projectName: 'phone', status: 'unexpected', results: [{ error: { message: 'Not seen\nat c' } }] },
    { projectName: 'desktop', status: 'expected', results: [] },
  ]
  const inner = { specs: [{ file: 'a.spec.ts', title: 'is read', tests }] }
  expect(
    failuresOfPlaywright(reportOf({ suites: [{ suites: [inner] }], errors: [{ message: 'No server' }] })),
  ).toEqual(['Playwright: No server', '[phone] a.spec.ts › is read: Not seen'])
})

test.each([
  [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
  [{ passed: 12, failed: 3, skipped: 1 }, '1 skipped\n12 passed, 3 failed'],
] as const)('%o reads as "%s"', (counts, sentence) => {
  expect(sentenceOf(counts)).toBe(sentence)
})
