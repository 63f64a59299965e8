import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { compile } from '../server/bootstrap/bundle.mjs'

// `npm run prove`: the promise of the schedule with its counts, on two real servers that are killed at random. POSTS=1000 KILLS=8
// CALM=60 SIZE=100000 are its defaults; with 0 that part is left out, and stays in the results as it was.
const ROOT = join(import.meta.dirname, '..')
await compile(ROOT, { 'bench-schedule': 'tests/prove/schedule.ts', 'bench-writer': 'bench/writer.ts' })
const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'build', 'bench-schedule.mjs')], {
  cwd: ROOT,
  stdio: 'inherit',
})
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => child.kill(name))
process.exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
