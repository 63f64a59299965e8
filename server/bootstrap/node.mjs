import { spawn } from 'node:child_process'
import { existsSync, rmSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Trouble } from './trouble.mjs'

export function isNodeSupported() {
  return isAtLeast(20, 19)
}

/** The job queue needs this one. */
export function isNodeEnough() {
  return isAtLeast(22, 18)
}

/** npm 10 leaves this link out, because several packages offer it and only one suits the system. */
export function linkNode(root) {
  const modules = join(root, 'node_modules')
  const link = join(modules, '.bin', 'node')
  if (existsSync(link)) return
  const system = `${process.platform}-${process.arch}`
  const name = [`node-${system}`, `node-bin-${system}`].find((each) =>
    existsSync(join(modules, each, 'bin', 'node')),
  )
  if (name === undefined) return
  rmSync(link, { force: true })
  symlinkSync(join('..', name, 'bin', 'node'), link)
}

/** Runs the same command, with the same settings of Node, on the Node that npm installed. Signals pass on, and so does the end. */
export async function continueOnNode(root, args) {
  const bin = join(root, 'node_modules', '.bin')
  const node = join(bin, 'node')
  if (!existsSync(node))
    throw new Trouble(
      `Octavo runs on Node 22.18 or newer, and npm has none for this system; this is ${process.version}.`,
      2,
    )
  const child = spawn(node, [...process.execArgv, ...args], {
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
    // The channel tells the child when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (...end) => resolve(end))
  })
  if (signal === null) process.exit(code)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

function isAtLeast(major, minor) {
  const [ours, theirs] = process.versions.node.split('.').map(Number)
  return ours > major || (ours === major && theirs >= minor)
}
