import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'

/** A process for certain: numbers are used again, a number together with its moment of start is not. */
export type ProcessIdentity = { pid: number; started: string }

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) ?? '' }
}

export function isAlive(identity: ProcessIdentity): boolean {
  return startOf(identity.pid) === identity.started
}

export function isRunning(pid: number): boolean {
  return startOf(pid) !== null
}

/** Whether the process is the Postgres of this cluster, which is also its working folder. */
export function isPostgresOf(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return ask('comm', pid)?.endsWith('postgres') === true
  return (
    readOrNull(`/proc/${pid}/comm`)?.trim() === 'postgres' &&
    readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  )
}

/** Null when there is no such process, or only its unreaped remains. */
function startOf(pid: number): string | null {
  return process.platform === 'linux' ? startFromProc(pid) : ask('lstart', pid)
}

function startFromProc(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`)
  if (stat === null) return null
  // The name in parentheses may hold blanks and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  return `${readOrNull('/proc/sys/kernel/random/boot_id')?.trim()} ${fields[19]}`
}

function ask(column: 'lstart' | 'comm', pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
