import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, run, type Task, type WorkerEvents } from 'graphile-worker'
import { watchWorkers } from '@/server/dead-workers'
import { instanceOf } from '@/server/instances'
import { createRests } from '@/server/rests'
import { tasks } from '@/server/tasks'
import { describeError, log } from '@/lib/log'

/** An import and a rendering of everything may go on for long; what is due does not wait for them. */
const AT_ONCE = 4
/** Jobs for later are looked for this often; those for now are heard of at once. */
const POLL_MS = 250
const RETRY_MS = 1_000

type MayBegin = () => Promise<void>

/**
 * Carries out the jobs that commands add, until stopped; stopping waits for the running ones. A pool that ends by itself, because
 * it lost the database in a bad moment, is followed by a new one. Each job waits for `mayBegin`.
 */
export async function startWorker(
  databaseUrl: string,
  mayBegin: MayBegin = () => Promise.resolve(),
): Promise<{ stop(): Promise<void> }> {
  const instance = instanceOf(process.pid)
  let stopped = false
  let pool = await startPool()
  const ended = goOn()

  async function startPool() {
    const active = new Set<string>()
    const { runner, id } = await runPool(databaseUrl, { active, mayBegin })
    const watch = await watchWorkers(databaseUrl, { instance, poolId: id, active })
    return { runner, watch }
  }

  async function goOn(): Promise<void> {
    for (;;) {
      await pool.runner.promise.catch((error: unknown) => log('worker.ended', describeError(error)))
      await pool.watch.stop()
      if (stopped) return
      const next = await startAgain()
      if (next === null) return
      pool = next
    }
  }

  async function startAgain() {
    while (!stopped) {
      await pause(RETRY_MS)
      try {
        return await startPool()
      } catch (error) {
        log('worker.unreachable', { message: describeError(error).message })
      }
    }
    return null
  }

  return {
    stop: async () => {
      stopped = true
      // One that ended by itself cannot be stopped.
      await pool.runner.stop().catch(() => undefined)
      await ended
    },
  }
}

async function runPool(
  databaseUrl: string,
  { active, mayBegin }: { active: Set<string>; mayBegin: MayBegin },
) {
  const events: WorkerEvents = new EventEmitter()
  const poolId = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id))
  })
  events.on('job:start', ({ job }) => active.add(job.id))
  events.on('job:complete', ({ job }) => active.delete(job.id))
  const forbiddenFlags = createRests(events)
  const runner = await run({
    connectionString: databaseUrl,
    concurrency: AT_ONCE,
    forbiddenFlags,
    pollInterval: POLL_MS,
    maxPoolSize: AT_ONCE + 2,
    // The start stops us after the requests are through.
    noHandleSignals: true,
    // Without these, a connection that breaks while a job is given back is an unhandled rejection.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, after(mayBegin, task)])),
    events,
    logger: new Logger(() => logTrouble),
  })
  return { runner, id: await poolId }
}

function after(mayBegin: MayBegin, task: Task): Task {
  return async (payload, helpers) => {
    await mayBegin()
    return task(payload, helpers)
  }
}

/** What went well is no news. */
function logTrouble(level: string, message: string) {
  if (level === 'error' || level === 'warning') log(`worker.${level}`, { message })
}
