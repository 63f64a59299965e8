import { spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

process.exitCode = await main()

/** Two lanes for two cores; the types of the routes come first, since both tsc and the linter read them. */
async function main() {
  const routes = await check('routes', 'next/dist/bin/next', ['typegen'])
  if (!routes) return 1
  const lanes = await Promise.all([
    inTurn(
      () => check('types', 'typescript/bin/tsc', ['--noEmit']),
      () => check('unit', 'vitest/vitest.mjs', ['run', '--project', 'unit', '--reporter=dot']),
    ),
    inTurn(
      () => check('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings=0']),
      () => check('formatting', 'prettier/bin/prettier.cjs', ['--check', '.', '--log-level=warn']),
    ),
  ])
  return lanes.every(Boolean) ? 0 : 1
}

async function inTurn(...checks) {
  let green = true
  for (const run of checks) green = (await run()) && green
  return green
}

/** Runs one program quietly: one line when it is content, its whole output when it is not. */
function check(name, program, args) {
  const since = performance.now()
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = []
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      const green = code === 0
      console.log(
        `${green ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - since) / 1000).toFixed(1)} s)`,
      )
      if (!green) console.log(Buffer.concat(output).toString())
      resolve(green)
    })
  })
}
