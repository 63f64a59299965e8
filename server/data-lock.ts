import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { explainStorage } from './data-folder'
import { codeOf } from './error-code'
import { isAlive, ownIdentity } from './processes'

const holderSchema = z.object({
  pid: z.number(),
  started: z.string(),
  kind: z.enum(['server', 'command']),
  purpose: z.string(),
  state: z.enum(['starting', 'running', 'stopping', 'released']),
  databaseUrl: z.string().nullable(),
})

/** Who holds a data folder and what for; `databaseUrl` once others may use the database. */
export type Holder = z.infer<typeof holderSchema>
export type DataLock = {
  announce(news: Partial<Pick<Holder, 'state' | 'databaseUrl'>>): Promise<void>
  release(): Promise<void>
}
export type LockAttempt = { lock: DataLock; holder: null } | { lock: null; holder: Holder }

/**
 * Locks are numbered files: taking the folder is linking the next number, which succeeds for exactly one process, and the
 * highest number counts. It stays after release, so a slow rival can never win with a number that was already used.
 */
export async function tryLock(dataDir: string, wish: Pick<Holder, 'kind' | 'purpose'>): Promise<LockAttempt> {
  const folder = join(dataDir, 'lock')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (;;) {
    const latest = await latestNumber(folder)
    const holder = await readHolder(folder, latest)
    if (holder !== null && holder.state !== 'released' && isAlive(holder)) return { lock: null, holder }
    const mine: Holder = { ...ownIdentity(), ...wish, state: 'starting', databaseUrl: null }
    if (await claim(folder, latest + 1, mine)) return { lock: lockOf(folder, latest + 1, mine), holder: null }
  }
}

/** Null when nobody holds the folder. */
export async function currentHolder(dataDir: string): Promise<Holder | null> {
  const folder = join(dataDir, 'lock')
  const holder = await readHolder(folder, await latestNumber(folder))
  return holder !== null && holder.state !== 'released' && isAlive(holder) ? holder : null
}

/** Tries again until the folder is free or `until` is satisfied by its holder. */
export async function waitForLock(
  dataDir: string,
  wish: Pick<Holder, 'kind' | 'purpose'>,
  until: (holder: Holder) => boolean,
): Promise<LockAttempt> {
  for (;;) {
    const attempt = await tryLock(dataDir, wish)
    if (attempt.holder === null || until(attempt.holder)) return attempt
    await pause(150)
  }
}

function lockOf(folder: string, number: number, initial: Holder): DataLock {
  let current = initial
  async function announce(news: Partial<Holder>) {
    current = { ...current, ...news }
    const draft = await writeDraft(folder, current)
    await rename(draft, join(folder, String(number)))
  }
  return { announce, release: () => announce({ state: 'released', databaseUrl: null }) }
}

async function claim(folder: string, number: number, holder: Holder): Promise<boolean> {
  const draft = await writeDraft(folder, holder)
  try {
    await link(draft, join(folder, String(number)))
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
  if ((await latestNumber(folder)) > number) {
    await rm(join(folder, String(number)), { force: true })
    return false
  }
  await removeOlder(folder, number)
  return true
}

async function removeOlder(folder: string, number: number) {
  const older = (await numbersIn(folder)).filter((other) => other < number)
  await Promise.all(older.map((other) => rm(join(folder, String(other)), { force: true })))
}

/** A link to a finished file, so that nobody ever reads half a lock. */
async function writeDraft(folder: string, holder: Holder): Promise<string> {
  const draft = join(folder, `draft-${randomUUID()}`)
  try {
    await writeFile(draft, JSON.stringify(holder), { mode: 0o600 })
  } catch (error) {
    await rm(draft, { force: true })
    throw explainStorage(error, dirname(folder))
  }
  return draft
}

async function readHolder(folder: string, number: number): Promise<Holder | null> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(await readFile(join(folder, String(number)), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

async function latestNumber(folder: string): Promise<number> {
  return Math.max(0, ...(await numbersIn(folder)))
}

async function numbersIn(folder: string): Promise<number[]> {
  try {
    return (await readdir(folder)).filter((name) => /^\d+$/.test(name)).map(Number)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
