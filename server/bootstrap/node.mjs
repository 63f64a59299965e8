import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Trouble } from './trouble.mjs'

export function isNodeSupported() {
  return isAtLeast(20, 19)
}

/** The job queue needs this one. */
export function isNodeEnough() {
  return isAtLeast(22, 18)
}

/** Runs the same command on the Node that npm installed. Signals pass on, and so does the end. */
export async function continueOnNode(root, args) {
  const bin = join(root, 'node_modules', '.bin')
  const node = join(bin, 'node')
  if (!existsSync(node))
    throw new Trouble(
      `Octavo runs on Node 22.18 or newer, and npm has none for this system; this is ${process.version}.`,
      2,
    )
  const child = spawn(node, args, {
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
