import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export const NOTHING = { passed: 0, failed: 0, skipped: 0 }
export const FAILED_ONCE = { passed: 0, failed: 1, skipped: 0 }

/** The numbers of vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function countVitest(report, exitCode) {
  const result = read(report)
  if (result === null) return exitCode === 0 ? NOTHING : FAILED_ONCE
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  return honest(exitCode, {
    passed: result.numPassedTests,
    failed: result.numFailedTests + broken.length,
    skipped: result.numPendingTests + result.numTodoTests,
  })
}

/** The numbers of Playwright's JSON report. There are no retries, so a flaky test would be a failed one. */
export function countPlaywright(report, exitCode) {
  const result = read(report)
  if (result === null) return exitCode === 0 ? NOTHING : FAILED_ONCE
  return honest(exitCode, {
    passed: result.stats.expected,
    failed: result.stats.unexpected + result.stats.flaky,
    skipped: result.stats.skipped,
  })
}

/** The failed tests of vitest's report by file and name, with the first line of each reason. */
export function failuresOfVitest(report) {
  return (read(report)?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [oneLine(file, message)]
    return failed.map((test) => oneLine(`${file} › ${test.fullName}`, test.failureMessages.join('\n')))
  })
}

/** The failed journeys of Playwright's report, in the same form. */
export function failuresOfPlaywright(report) {
  const { suites = [], errors = [] } = read(report) ?? {}
  return [
    ...errors.map(({ message }) => oneLine('Playwright', message)),
    ...suites
      .flatMap(specsOf)
      .flatMap(({ file, title, tests }) =>
        tests
          .filter((test) => test.status === 'unexpected')
          .map(({ projectName, results }) =>
            oneLine(`[${projectName}] ${file} › ${title}`, results.at(-1)?.error?.message),
          ),
      ),
  ]
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

function oneLine(where, reason) {
  return `${where}: ${
    stripVTControlCharacters(reason ?? 'no reason given')
      .trim()
      .split('\n', 1)[0]
  }`
}

export function addCounts(left, right) {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  }
}

export function sentenceOf({ passed, failed, skipped }) {
  return `${skipped > 0 ? `${skipped} skipped\n` : ''}${passed} passed, ${failed} failed`
}

/** A run that ended badly without a failed test (its set-up broke, an error outside any test) still failed. */
function honest(exitCode, counts) {
  return exitCode !== 0 && counts.failed === 0 ? addCounts(counts, FAILED_ONCE) : counts
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}
