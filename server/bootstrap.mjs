// The first code of every command, so it must run on the oldest supported Node with nothing installed: no packages, no
// TypeScript. It installs, continues on the Node that npm installed when this one is too old, prepares what is generated,
// and hands over.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundle } from './bootstrap/bundle.mjs'
import { continueOnNode, isNodeEnough, isNodeSupported, linkNode } from './bootstrap/node.mjs'
import { Trouble } from './bootstrap/trouble.mjs'
import { generateClient } from './bootstrap/generate.mjs'
import { install } from './bootstrap/install.mjs'

const PROGRAMS = {
  start: 'build/start.mjs',
  dev: 'build/dev.mjs',
  octavo: 'build/octavo.mjs',
  test: 'tests/run.mjs',
  check: 'tests/check.mjs',
  bench: 'bench/bench.mjs',
  prove: 'bench/schedule.mjs',
  weigh: 'bench/weigh.mjs',
  keys: 'bench/keys.mjs',
  pictures: 'tests/support/screenshots.mjs',
}

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [command, ...args] = process.argv.slice(2)

try {
  await run()
} catch (error) {
  if (!(error instanceof Trouble)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}

async function run() {
  if (!isNodeSupported())
    throw new Trouble(
      `Octavo needs Node 20.19 or newer; this is ${process.version}. See https://nodejs.org.`,
      2,
    )
  if (!(command in PROGRAMS))
    throw new Trouble(`Unknown command. Known: ${Object.keys(PROGRAMS).join(', ')}.`, 2)
  process.chdir(root)
  await install(root)
  linkNode(root)
  if (!isNodeEnough()) return continueOnNode(root, [fileURLToPath(import.meta.url), command, ...args])
  await generateClient(root)
  await bundle(root)
  if (command === 'start' || command === 'octavo') process.env.NODE_ENV = 'production'
  const program = join(root, PROGRAMS[command])
  process.argv = [process.execPath, program, ...args]
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(program).href)
}
