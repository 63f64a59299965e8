import { spawn } from 'node:child_process'
import { chown, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '@/lib/errors'
import { checkFreeSpace } from './data-folder'
import type { PostgresAccount } from './postgres-account'

type Wish = { account: PostgresAccount; dataDir: string; password: string; say(line: string): void }

/** Makes the cluster beside its place and renames it there, so that a half-made one never counts. */
export async function createCluster({ account, dataDir, password, say }: Wish): Promise<void> {
  await checkFreeSpace(dataDir)
  say('Creating the database.')
  await removeLeftovers(account.home)
  const draft = join(account.home, `postgres.${process.pid}.new`)
  const passwordFile = join(account.home, `password.${process.pid}.new`)
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (account.user !== null) await chown(passwordFile, account.user.uid, account.user.gid)
  try {
    await runInitdb(account, { draft, passwordFile, dataDir })
    await rename(draft, join(account.home, 'postgres'))
  } finally {
    await removeLeftovers(account.home)
  }
}

/** What Postgres may see of our environment: no PG* settings, and no language that changes what it writes. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}

async function removeLeftovers(home: string) {
  const leftovers = (await readdir(home)).filter((name) => /^(postgres|password)\.\d+\.new$/.test(name))
  for (const name of leftovers) await rm(join(home, name), { recursive: true, force: true })
}

type Cluster = { draft: string; passwordFile: string; dataDir: string }

async function runInitdb(account: PostgresAccount, { draft, passwordFile, dataDir }: Cluster) {
  const [command = '', ...args] = [
    ...account.prefix,
    join(account.binaries, 'bin', 'initdb'),
    `--pgdata=${draft}`,
    '--username=octavo',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ]
  const child = spawn(command, args, {
    ...account.user,
    cwd: account.home,
    // Ctrl-C waits for it rather than reaching it.
    detached: true,
    env: postgresEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  )
  if (code === 0) return
  if (/No space left/.test(output))
    throw new Refusal(
      'storage-full',
      `The disk of the data folder ${dataDir} is full; the database could not be created.`,
    )
  const reason = output.split('\n').find((line) => /error|fatal/i.test(line)) ?? output.trim()
  throw new Refusal('unavailable', `The database could not be created: ${reason}`)
}
