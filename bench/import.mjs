// How long a large folder of Markdown takes to come in, and how much memory the importing process needs at most:
//   node bench/import.mjs [FILES]      10,000 unless said; a folder and a database of its own, removed afterwards
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeManyPosts } from './many-posts.mjs'
import { commandOf } from './servers.mjs'

const ROOT = join(import.meta.dirname, '..')
const WATCH_MS = 100

const count = Number(process.argv[2] ?? 10_000)
const place = await mkdtemp(join(tmpdir(), 'octavo-import-bench-'))
try {
  const folder = join(place, 'posts')
  await writeManyPosts(folder, count)
  console.log(`${count} files, ${(await sizeOf(folder)).toFixed(1)} MB`)
  for (const what of ['rehearsal', 'import', 'import again']) {
    const { seconds, busy, megabytes } = await measure([
      'import',
      folder,
      ...(what === 'rehearsal' ? ['--dry-run'] : []),
    ])
    console.log(
      `${what}: ${seconds.toFixed(1)} s, ${busy.toFixed(1)} s of them at work itself, ${megabytes} MB at most`,
    )
  }
} finally {
  await rm(place, { recursive: true, force: true })
}

async function measure(args) {
  const as = await commandOf('octavo')
  const began = performance.now()
  // The Node that npm installed: an older one would hand over to it, and be measured in its place.
  const child = spawn(
    join(ROOT, 'node_modules/.bin/node'),
    [...as.flags, join(ROOT, 'server/bootstrap.mjs'), 'octavo', ...args],
    {
      env: { ...process.env, ...as.env, DATA_DIR: join(place, 'data'), DATABASE_URL: '', DEMO: '0' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  let kilobytes = 0
  let busy = 0
  const watch = setInterval(() => {
    kilobytes = Math.max(kilobytes, peakOf(child.pid))
    busy = Math.max(busy, busySecondsOf(child.pid))
  }, WATCH_MS)
  const [code] = await once(child, 'exit')
  clearInterval(watch)
  if (code !== 0) throw new Error(`octavo ${args.join(' ')} ended with ${code}`)
  return { seconds: (performance.now() - began) / 1_000, busy, megabytes: Math.round(kilobytes / 1_024) }
}

/** The most memory the process has had so far (Linux), in kB; its Postgres is a process of its own and not counted. */
function peakOf(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(readProc(pid, 'status'))?.[1] ?? 0)
}

/** How long it computed so far: on a machine that does other things too, that says more than the clock. */
function busySecondsOf(pid) {
  const [, user = '0', system = '0'] = /\) \S(?: \S+){10} (\d+) (\d+)/.exec(readProc(pid, 'stat')) ?? []
  return (Number(user) + Number(system)) / 100
}

function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return ''
    throw error
  }
}

async function sizeOf(folder) {
  let bytes = 0
  for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (name.isFile()) bytes += (await readFile(join(name.parentPath, name.name))).length
  }
  return bytes / 1_000_000
}
