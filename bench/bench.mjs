import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureGrowth } from './growth.mjs'
import { GENERATOR } from './load.mjs'
import { measure } from './measure.mjs'
import { drawGrowth, drawPlot, drawTable } from './report.mjs'
import { startBare, startNextAlone, startNginx, startOctavo } from './servers.mjs'

// `npm run bench`: how fast an article is answered, beside the same bytes from others, and how costs grow with the number of
// posts. Ratios within one run, medians of interleaved rounds; nothing here is a test, because a shared machine is never twice
// the same. ROUNDS, SECONDS, SIZES and SAMPLES make it shorter or longer; CRAWL=100000 also
// asks the largest blog for that many addresses and looks at its memory. With an empty SIZES the growth of the run before stays in
// the file, with its own date.
const ROUNDS = Number(process.env.ROUNDS) || 5
const SECONDS = Number(process.env.SECONDS) || 3
const SIZES = (process.env.SIZES ?? '1000,10000,100000').split(',').filter(Boolean).map(Number)
const SAMPLES = Number(process.env.SAMPLES) || 100
const CRAWL = Number(process.env.CRAWL) || 0
const ARTICLE = '/posts/a-feed-is-a-promise'
const FEED = '/feed.xml'
const RESULTS = join(import.meta.dirname, 'results')
const LATEST = join(RESULTS, 'latest.json')

const folder = await mkdtemp(join(tmpdir(), 'octavo-bench-'))
try {
  const results = await measureSpeed()
  console.log(`${drawTable(results)}\n`)
  const growth = SIZES.length === 0 ? await formerGrowth() : await measureGrowthNow()
  if (growth !== null) console.log(drawGrowth(growth.blogs))
  if (growth?.crawl)
    console.log(`Crawled ${growth.crawl.addresses} addresses: ${JSON.stringify(growth.crawl.megabytes)} MB`)
  const machine = { processors: cpus().length, model: cpus()[0]?.model, node: process.version }
  const run = { at: new Date(), machine, generator: GENERATOR, rounds: ROUNDS, seconds: SECONDS }
  await mkdir(RESULTS, { recursive: true })
  await writeFile(LATEST, `${JSON.stringify({ ...run, results, growth }, null, 2)}\n`)
  await writeFile(join(RESULTS, 'latest.svg'), drawPlot(results))
  console.log(`Asked by ${GENERATOR}. Written to bench/results/latest.json and latest.svg`)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measureGrowthNow() {
  const { growth, crawl } = await measureGrowth(folder, { sizes: SIZES, samples: SAMPLES, crawled: CRAWL })
  return { at: new Date(), samples: SAMPLES, blogs: growth, crawl }
}

async function formerGrowth() {
  const text = await readFile(LATEST, 'utf8').catch(() => '{}')
  return JSON.parse(text).growth ?? null
}

async function measureSpeed() {
  const running = []
  async function keep(starting) {
    const server = await starting
    if (server !== null) running.push(server)
    return server
  }
  try {
    const octavo = await keep(startOctavo(join(folder, 'speed')))
    const [article, feed] = [await octavo.read(ARTICLE), await octavo.read(FEED)]
    const bare = await keep(startBare(article))
    const bareFeed = await keep(startBare(feed))
    const nginx = await keep(startNginx(article, folder))
    const alone = await keep(startNextAlone(octavo))
    const [hasArticle, hasFeed] = [article, feed].map(({ headers }) => ({ 'if-none-match': headers.etag }))
    const byBare = 'bare Node, article'
    const runs = [
      { name: 'Octavo, article', url: octavo.url + ARTICLE, of: byBare },
      { name: byBare, url: bare.url, of: null },
      ...(nginx === null ? [] : [{ name: 'nginx, article', url: nginx.url, of: byBare }]),
      // It works off what it was asked long after nobody waits any more: few at a time, or it slows what comes next.
      { name: 'Next alone, article', url: alone.url + ARTICLE, connections: 4, of: byBare },
      {
        name: 'Octavo, article 304',
        url: octavo.url + ARTICLE,
        headers: hasArticle,
        of: 'bare Node, article 304',
      },
      { name: 'bare Node, article 304', url: bare.url, headers: hasArticle, of: null },
      { name: 'Octavo, feed 304', url: octavo.url + FEED, headers: hasFeed, of: 'bare Node, feed 304' },
      { name: 'bare Node, feed 304', url: bareFeed.url, headers: hasFeed, of: null },
    ]
    return await measure(runs, { rounds: ROUNDS, seconds: SECONDS })
  } finally {
    for (const server of running.reverse()) await server.stop()
  }
}
