import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from './measure.mjs'
import { drawPlot, drawTable } from './report.mjs'
import { startBare, startNextAlone, startNginx, startOctavo } from './servers.mjs'

// `npm run bench`: how fast an article is answered, beside the same bytes from others. Ratios within one run, medians of
// interleaved rounds; nothing here is a test, because a shared machine is never twice the same.
const ROUNDS = Number(process.env.ROUNDS) || 5
const SECONDS = Number(process.env.SECONDS) || 3
const ARTICLE = '/posts/a-feed-is-a-promise'
const RESULTS = join(import.meta.dirname, 'results')

const folder = await mkdtemp(join(tmpdir(), 'octavo-bench-'))
const running = []
try {
  const octavo = await keep(startOctavo(folder))
  const answer = await octavo.read(ARTICLE)
  const bare = await keep(startBare(answer))
  const nginx = await keep(startNginx(answer, folder))
  const alone = await keep(startNextAlone(octavo))
  const poll = { 'if-none-match': answer.headers.etag }
  const feed = await octavo.read('/feed.xml')
  const runs = [
    { name: 'Octavo, article', url: octavo.url + ARTICLE, of: 'bare Node, article' },
    { name: 'bare Node, article', url: bare.url, of: null },
    ...(nginx === null ? [] : [{ name: 'nginx, article', url: nginx.url, of: 'bare Node, article' }]),
    { name: 'Next alone, article', url: alone.url + ARTICLE, of: 'bare Node, article' },
    { name: 'Octavo, article 304', url: octavo.url + ARTICLE, headers: poll, of: 'bare Node, article' },
    {
      name: 'Octavo, feed poll 304',
      url: `${octavo.url}/feed.xml`,
      headers: { 'if-none-match': feed.headers.etag },
      of: 'bare Node, article',
    },
  ]
  const results = await measure(runs, { rounds: ROUNDS, seconds: SECONDS })
  console.log(drawTable(results))
  await writeFile(
    join(RESULTS, 'latest.json'),
    `${JSON.stringify({ rounds: ROUNDS, seconds: SECONDS, results }, null, 2)}\n`,
  )
  await writeFile(join(RESULTS, 'latest.svg'), drawPlot(results))
  console.log('Written to bench/results/latest.json and latest.svg')
} finally {
  for (const server of running.reverse()) await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function keep(starting) {
  const server = await starting
  if (server !== null) running.push(server)
  return server
}
