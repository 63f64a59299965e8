import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Why the package registry cannot be reached, in a word, or null when it answers anything at all. Asked before an install,
 * because npm itself waits for minutes: its limits are made for large packages on slow networks, and must stay so.
 */
export async function registryTrouble({ tries = 3, patience = 15_000, wait = 2_000 } = {}) {
  for (let left = tries; ; left -= 1) {
    const trouble = await pingRegistry(patience)
    if (trouble === null || left === 1) return trouble
    await pause(wait)
  }
}

/**
 * Through npm, since only npm knows its own registry, proxy and certificates. It says why it fails even when somebody told
 * `npm start` to be silent, which is passed on to every npm below it: we show what it says only then.
 */
export function npmCommand(args) {
  const npm = process.env.npm_execpath
  return [...(npm ? [process.execPath, npm] : ['npm']), ...args, '--loglevel=error']
}

const NETWORK_TROUBLE =
  /code (ECONN\w+|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENET\w+|ETIMEDOUT|E\w+TIMEOUT|ERR_SOCKET_TIMEOUT)/

async function pingRegistry(patience) {
  const [command, ...args] = npmCommand(['ping', '--fetch-retries=0'])
  // npm's own time limit begins only once it is connected.
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: patience })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  await new Promise((resolve) => child.on('error', resolve).on('close', resolve))
  return child.signalCode === null ? (NETWORK_TROUBLE.exec(said)?.[1] ?? null) : 'no answer'
}
