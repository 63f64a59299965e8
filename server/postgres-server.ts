import { spawn } from 'node:child_process'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf } from './error-code'
import { writeWhole } from './data-folder'
import type { PostgresAccount } from './postgres-account'
import { postgresEnvironment } from './postgres-cluster'
import { isPostgresOf, isRunning } from './processes'

const LOG_LIMIT = 5_000_000
const STOP_SECONDS = 60

export type PortWish = 'same' | 'another'
/** A Postgres of ours that runs or ran. `stop` is a fast shutdown: connections end, everything is written. */
export type Server = { port: number; isRunning(): boolean; stop(): Promise<void> }

/** For a blog on a small machine; statement timeouts belong to the clients. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  logging_collector: 'off',
}

/** The server that runs on a cluster, whoever started it. Removes the note of one whose process number lives on as another program. */
export async function findServer(cluster: string): Promise<Server | null> {
  const note = join(cluster, 'postmaster.pid')
  const lines = (await readText(note))?.split('\n') ?? []
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return null
  if (isPostgresOf(pid, cluster)) return serverOf(pid, port)
  await rm(note)
  return null
}

/** In a process group of its own, because Ctrl-C must reach it only after requests in flight are answered. */
export async function launchServer(place: {
  account: PostgresAccount
  cluster: string
  dataDir: string
  port: number
}): Promise<Server> {
  const { account, cluster, dataDir, port } = place
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const [command = '', ...args] = [
    ...account.prefix,
    join(account.binaries, 'bin', 'postgres'),
    '-D',
    cluster,
    ...settings,
  ]
  const log = await openLog(dataDir)
  const child = spawn(command, args, {
    ...account.user,
    cwd: cluster,
    detached: true,
    env: postgresEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
  })
  await new Promise((resolve, reject) => child.on('spawn', resolve).on('error', reject))
  await log.close()
  child.unref()
  return serverOf(child.pid ?? 0, port)
}

/** The port of last time, so that tools keep working; a new one when that is taken or `another` is asked for. */
export async function recallPort(dataDir: string, wish: PortWish): Promise<number> {
  const file = join(dataDir, 'postgres.port')
  const known = Number((await readText(file)) ?? 0)
  if (wish === 'same' && known > 0 && (await listenOnce(known)) !== null) return known
  const port = (await listenOnce(0)) ?? 0
  await writeWhole(file, String(port))
  return port
}

/** What the last start wrote. */
export async function readLogTail(dataDir: string): Promise<string> {
  const text = (await readText(logFile(dataDir))) ?? ''
  return text.slice(text.lastIndexOf(LOG_MARK))
}

const LOG_MARK = '--- start '

function serverOf(pid: number, port: number): Server {
  return { port, isRunning: () => isRunning(pid), stop: () => stopServer(pid) }
}

async function stopServer(pid: number) {
  const deadline = Date.now() + STOP_SECONDS * 1000
  signal(pid, 'SIGINT')
  while (isRunning(pid)) {
    if (Date.now() > deadline) signal(pid, 'SIGQUIT')
    await pause(20)
  }
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

async function openLog(dataDir: string) {
  const file = logFile(dataDir)
  await mkdir(dataDir, { recursive: true })
  const { size } = await stat(file).catch(() => ({ size: 0 }))
  if (size > LOG_LIMIT) await rename(file, `${file}.1`)
  const log = await open(file, 'a', 0o600)
  await log.write(`${LOG_MARK}${new Date().toISOString()}\n`)
  return log
}

function logFile(dataDir: string): string {
  return join(dataDir, 'postgres.log')
}

/** The port that was free, or null. */
function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer().on('error', () => resolve(null))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null))
    })
  })
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
