import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { openDataFolder } from './data-folder'
import { type DataLock, type Holder, waitForLock } from './data-lock'
import { Interruption, type Stop } from './signals'

/** The right to use a data folder. `serverUrl` is the database of a running server that holds it instead of us. */
export type Claim = { lock: DataLock | null; serverUrl: string | null; release(): Promise<void> }
type Wish = { kind: Holder['kind']; purpose: string; say(line: string): void; stop: Stop }

const NOTHING_HELD: Claim = { lock: null, serverUrl: null, release: async () => {} }

/**
 * Holds the folder of the built-in database; with a database of the owner's there is nothing to hold. A command joins a
 * running server; a server waits for commands, and refuses (`conflict`) beside another server.
 */
export async function claimDataFolder({ kind, purpose, say, stop }: Wish): Promise<Claim> {
  await openDataFolder(env.dataDir)
  if (env.databaseUrl !== null) return NOTHING_HELD
  let told = 0
  const attempt = await waitForLock(env.dataDir, { kind, purpose }, (holder) => {
    if (stop.isAsked() || isSettled(kind, holder)) return true
    if (told !== holder.pid) say(waitingFor(holder))
    told = holder.pid
    return false
  })
  if (attempt.lock !== null) return { lock: attempt.lock, serverUrl: null, release: attempt.lock.release }
  if (stop.isAsked()) throw new Interruption()
  if (kind === 'command') return { ...NOTHING_HELD, serverUrl: attempt.holder.databaseUrl }
  throw new Refusal(
    'conflict',
    `Octavo already runs on the data folder ${env.dataDir} (process ${attempt.holder.pid}). Stop it first, or choose another DATA_DIR.`,
  )
}

/** Whether waiting longer would change nothing. */
function isSettled(kind: Holder['kind'], holder: Holder): boolean {
  if (holder.kind === 'command' || holder.state === 'stopping') return false
  return kind === 'server' || holder.databaseUrl !== null
}

function waitingFor({ kind, purpose, pid, state }: Holder): string {
  const change = state === 'stopping' ? 'to stop' : 'to be ready'
  return `Waiting for ${purpose} (process ${pid}) ${kind === 'server' ? change : 'to finish'}.`
}
