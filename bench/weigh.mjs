import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright'
import { findBrowser, FLAGS } from '../tests/support/browser.mjs'
import { alignColumns } from './report.mjs'
import { startOctavo } from './servers.mjs'

// `npm run weigh`: what an article of the demo with pictures weighs in a browser that was never here, and what Lighthouse says of
// it on a phone with its default throttling.
const ROOT = join(import.meta.dirname, '..')
const RESULTS = join(import.meta.dirname, 'results')
const ARTICLE = '/posts/a-feed-is-a-promise'
const LIGHTHOUSE = 'lighthouse@13.5.0'
const KINDS = {
  document: /^\/posts\//,
  styles: /\.css$/,
  script: /\.js$/,
  fonts: /\.woff2$/,
  pictures: /^\/media\//,
}

const { executable, problem } = await findBrowser(console.log)
if (problem) throw new Error(problem)
const folder = await mkdtemp(join(tmpdir(), 'octavo-weigh-'))
const octavo = await startOctavo(folder)
try {
  const weights = await weigh(octavo.url)
  console.log(`${drawWeights(weights)}\n`)
  const scores = await askLighthouse(octavo.url)
  if (scores !== null) console.log(drawScores(scores))
  await mkdir(RESULTS, { recursive: true })
  await writeFile(
    join(RESULTS, 'weight.json'),
    `${JSON.stringify({ at: new Date(), weights, scores }, null, 2)}\n`,
  )
  console.log('Written to bench/results/weight.json')
} finally {
  await octavo.stop()
  await rm(folder, { recursive: true, force: true })
}

/** Bytes over the wire by kind, and the hosts that were asked. */
async function weigh(url) {
  const browser = await chromium.launch({ args: FLAGS, executablePath: executable ?? undefined })
  try {
    const page = await browser.newPage()
    await page.goto(url + ARTICLE, { waitUntil: 'networkidle' })
    const entries = await page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
        ({ name, encodedBodySize }) => ({
          host: new URL(name).host,
          path: new URL(name).pathname,
          bytes: encodedBodySize,
        }),
      ),
    )
    const kinds = Object.entries(KINDS).map(([kind, pattern]) => {
      const files = entries.filter(({ path }) => pattern.test(path))
      return { kind, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
    })
    return { kinds, hosts: [...new Set(entries.map(({ host }) => host))].length, requests: entries.length }
  } finally {
    await browser.close()
  }
}

/** Lighthouse is fetched for the occasion; null, and a sentence, where it cannot be. */
async function askLighthouse(url) {
  const report = join(folder, 'lighthouse.json')
  const flags = `--chrome-flags=${FLAGS.join(' ')}${executable?.includes('headless-shell') ? '' : ' --headless=new'}`
  const args = [
    '--yes',
    LIGHTHOUSE,
    url + ARTICLE,
    '--quiet',
    '--output=json',
    `--output-path=${report}`,
    flags,
  ]
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const env = { ...process.env, PATH: path, CHROME_PATH: executable ?? chromium.executablePath() }
  try {
    await promisify(execFile)('npx', args, { env, timeout: 300_000, maxBuffer: 1e8 })
  } catch (error) {
    console.log(`Lighthouse could not be asked: ${error.message.split('\n').slice(0, 3).join(' ')}`)
    return null
  }
  const { categories, audits } = JSON.parse(await readFile(report, 'utf8'))
  const failed = Object.values(audits).filter(
    ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative',
  )
  return {
    scores: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
    ),
    layoutShift: audits['cumulative-layout-shift'].numericValue,
    largestPaintMs: Math.round(audits['largest-contentful-paint'].numericValue),
    below: failed.map(({ id }) => id),
  }
}

function drawWeights({ kinds, hosts, requests }) {
  const rows = kinds.map(({ kind, files, bytes }) => [kind, String(files), bytes.toLocaleString('en')])
  return `${alignColumns([['article', 'files', 'bytes'], ...rows])}\n${requests} requests to ${hosts} host`
}

function drawScores({ scores, layoutShift, largestPaintMs, below }) {
  const list = Object.entries(scores).map(([name, score]) => `${name} ${score}`)
  const rest = below.length === 0 ? '' : `; below 90: ${below.join(', ')}`
  return `Lighthouse, mobile: ${list.join(', ')}, layout shift ${layoutShift}, largest paint ${largestPaintMs} ms${rest}`
}
