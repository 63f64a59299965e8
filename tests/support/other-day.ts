import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { choosePostgresAccount } from '@/server/postgres-account'
import { postgresEnvironment } from '@/server/postgres-cluster'
import { findPostgresPrograms } from '@/server/postgres-programs'

export const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'

/** Debian's `faketime`: a process believes that it is so many seconds later. Its even clock stays even, as a wrong one's does. */
export function clockAhead(seconds: number): Record<string, string> {
  if (seconds === 0) return {}
  return {
    LD_PRELOAD: FAKETIME,
    FAKETIME: `${seconds > 0 ? '+' : ''}${seconds}`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_NO_CACHE: '1',
  }
}

type Place = { dataDir: string; url: string; seconds: number }

/** Starts the Postgres of a data folder, which was stopped, as it was started before, but so many seconds ahead. */
export async function startPostgresAhead({ dataDir, url, seconds }: Place): Promise<{ stop(): Promise<void> }> {
  const cluster = join(dataDir, 'postgres')
  const binaries = findPostgresPrograms(process.cwd())
  const { prefix, user } = choosePostgresAccount({ dataDir, binaries, say: () => undefined })
  const [program = '', ...settings] = (await readFile(join(cluster, 'postmaster.opts'), 'utf8')).trim().split(' "')
  const [command = '', ...args] = [...prefix, program, ...settings.map((quoted) => quoted.slice(0, -1))]
  const env = { ...postgresEnvironment(), ...clockAhead(seconds) }
  const child = spawn(command, args, { ...user, cwd: cluster, env, stdio: 'ignore' })
  await answered(child, url)
  return {
    stop: async () => {
      child.kill('SIGINT')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
} // prettier-ignore

async function answered(child: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('Postgres did not start with another clock.')
    const client = new Client({ connectionString: url })
    const isThere = await client.connect().then(() => true, () => false)
    await client.end()
    if (isThere) return
    await pause(50)
  }
} // prettier-ignore
