import { spawn } from 'node:child_process'
import { Trouble } from './trouble.mjs'

/** Runs a program without showing what it writes, unless it fails. A signal to us ends it too. */
export async function runQuietly(sentence, [command, ...args], options) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const end = (signal) => {
    child.kill(signal)
    child.once('close', () => process.exit(130))
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, end)
  const code = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message)).on('close', resolve)
  })
  for (const signal of signals) process.off(signal, end)
  if (code !== 0) throw new Trouble(`${output}\n${sentence} (${code})`)
}
