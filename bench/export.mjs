// How long a large blog takes to go out, into a folder and into a zip, and how much memory the exporting process needs at most:
//   node bench/export.mjs [POSTS]      10,000 unless said; a folder and a database of its own, removed afterwards
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeManyPosts } from './many-posts.mjs'

const ROOT = join(import.meta.dirname, '..')
const WATCH_MS = 100

const count = Number(process.argv[2] ?? 10_000)
const place = await mkdtemp(join(tmpdir(), 'octavo-export-bench-'))
try {
  await writeManyPosts(join(place, 'posts'), count)
  await measure(['import', join(place, 'posts')])
  const runs = {
    'a new folder': ['export', join(place, 'out')],
    'the same folder again': ['export', join(place, 'out')],
    'a zip': ['export', join(place, 'out.zip')],
  }
  for (const [what, args] of Object.entries(runs)) {
    const { seconds, megabytes } = await measure(args)
    console.log(
      `${count} posts into ${what}: ${seconds.toFixed(1)} s with the start, ${megabytes} MB at most`,
    )
  }
} finally {
  await rm(place, { recursive: true, force: true })
}

async function measure(args) {
  const began = performance.now()
  // The Node that npm installed: an older one would hand over to it, and be measured in its place.
  const node = join(ROOT, 'node_modules/.bin/node')
  const env = { ...process.env, DATA_DIR: join(place, 'data'), DATABASE_URL: '', DEMO: '0' }
  const child = spawn(node, [join(ROOT, 'server/bootstrap.mjs'), 'octavo', ...args], {
    env,
    stdio: ['ignore', 'inherit', 'ignore'],
  })
  let kilobytes = 0
  const watch = setInterval(() => {
    kilobytes = Math.max(kilobytes, peakOf(child.pid))
  }, WATCH_MS)
  const [code] = await once(child, 'exit')
  clearInterval(watch)
  if (code !== 0) throw new Error(`octavo ${args.join(' ')} ended with ${code}`)
  return { seconds: (performance.now() - began) / 1_000, megabytes: Math.round(kilobytes / 1_024) }
}

/** The most memory the process has had so far (Linux), in kB; its Postgres is a process of its own and not counted. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return 0
    throw error
  }
}
