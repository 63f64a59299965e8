// How long a large folder of Markdown takes to come in, and how much memory the importing process needs at most:
//   node bench/import.mjs [FILES]      10,000 unless said; a folder and a database of its own, removed afterwards
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeManyPosts } from './many-posts.mjs'

const ROOT = join(import.meta.dirname, '..')
const WATCH_MS = 100

const count = Number(process.argv[2] ?? 10_000)
const place = await mkdtemp(join(tmpdir(), 'octavo-import-bench-'))
try {
  const folder = join(place, 'posts')
  await writeManyPosts(folder, count)
  console.log(`${count} files, ${(await sizeOf(folder)).toFixed(1)} MB`)
  for (const what of ['rehearsal', 'import', 'import again']) {
    const { seconds, megabytes } = await measure([
      'import',
      folder,
      ...(what === 'rehearsal' ? ['--dry-run'] : []),
    ])
    console.log(`${what}: ${seconds.toFixed(1)} s, ${megabytes} MB at most`)
  }
} finally {
  await rm(place, { recursive: true, force: true })
}

async function measure(args) {
  const began = performance.now()
  const child = spawn(process.execPath, [join(ROOT, 'server/bootstrap.mjs'), 'octavo', ...args], {
    env: { ...process.env, DATA_DIR: join(place, 'data'), DATABASE_URL: '', DEMO: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let kilobytes = 0
  const watch = setInterval(() => (kilobytes = Math.max(kilobytes, peakOf(child.pid))), WATCH_MS)
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

async function sizeOf(folder) {
  let bytes = 0
  for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (name.isFile()) bytes += (await readFile(join(name.parentPath, name.name))).length
  }
  return bytes / 1_000_000
}
