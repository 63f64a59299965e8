import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findBrowser } from './support/browser.mjs'
import {
  addCounts,
  countPlaywright,
  countVitest,
  failuresOfPlaywright,
  failuresOfVitest,
  NOTHING,
  sentenceOf,
} from './support/counts.mjs'

const ROOT = join(import.meta.dirname, '..')
const REPORTS = join(ROOT, 'test-results')
const STAGES = ['unit', 'integration', 'e2e']

const [wish, ...rest] = process.argv.slice(2)
const stages = STAGES.includes(wish) ? [wish] : STAGES
const patterns = STAGES.includes(wish) || wish === undefined ? rest : [wish, ...rest]

let child = null
let interrupted = false
// Ctrl-C in a terminal reaches the children too; whatever reaches only us is passed on. Then we wait for them to clean up.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(name, () => interrupt(name === 'SIGINT' ? null : name))
process.on('disconnect', () => interrupt('SIGTERM'))
process.channel?.unref()

process.exitCode = await main()

async function main() {
  await rm(REPORTS, { recursive: true, force: true })
  await mkdir(REPORTS, { recursive: true })
  const browser = stages.includes('e2e') ? await findBrowser(say) : null
  if (browser?.problem) {
    console.error(browser.problem)
    return 1
  }
  let counts = NOTHING
  const failures = []
  for (const stage of stages) {
    if (interrupted) return 130
    say(`\nTests: ${stage}`)
    const result = await (stage === 'e2e' ? runJourneys(browser) : runVitest(stage))
    counts = addCounts(counts, result.counts)
    failures.push(...result.failures)
  }
  if (interrupted) return 130
  // Said again at the end, since who reads a long log reads its end.
  if (failures.length > 0) say(`\nFailed:\n${failures.map((line) => `- ${line}`).join('\n')}`)
  say(`\n${sentenceOf(counts)}`)
  return counts.failed > 0 || counts.passed === 0 ? 1 : 0
}

async function runVitest(project) {
  const report = join(REPORTS, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run('vitest/vitest.mjs', [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    ...reporters,
    ...patterns,
  ])
  return { counts: countVitest(report, code), failures: failuresOfVitest(report) }
}

async function runJourneys({ executable }) {
  const report = join(REPORTS, 'e2e.json')
  const dataDir = await mkdtemp(join(tmpdir(), 'octavo-e2e-'))
  const args = ['test', '--reporter=list,json', '--pass-with-no-tests', ...patterns]
  const code = await run('@playwright/test/cli.js', args, {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    OCTAVO_TEST_DATA: dataDir,
    OCTAVO_CHROMIUM: executable ?? '',
  })
  await rm(dataDir, { recursive: true, force: true })
  return { counts: countPlaywright(report, code), failures: failuresOfPlaywright(report) }
}

/** Runs a program of node_modules under our own Node and answers its exit code. */
function run(program, args, env = {}) {
  child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

function interrupt(signal) {
  interrupted = true
  if (signal !== null) child?.kill(signal)
}

function say(line) {
  console.log(line)
}
