// How long a search takes: `DATABASE_URL=… node bench/search.mjs [rounds]` on a database that `bench/writer.ts` filled and
// `vary` gave different texts: `echo vary | DATABASE_URL=… node build/bench-writer.mjs`.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { compile } from '../server/bootstrap/bundle.mjs'

const ROOT = join(import.meta.dirname, '..')
await compile(ROOT, { 'bench-search': 'bench/search.ts', 'bench-writer': 'bench/writer.ts' })
const child = spawn(process.execPath, [join(ROOT, 'build', 'bench-search.mjs'), ...process.argv.slice(2)], {
  cwd: ROOT,
  env: { ...process.env, NODE_ENV: 'production' },
  stdio: 'inherit',
})
child.on('exit', (code) => (process.exitCode = code ?? 1))
