import { EventEmitter } from 'node:events'
import { Logger, run, type WorkerEvents } from 'graphile-worker'
import { watchDeadWorkers } from '@/server/dead-workers'
import { tasks } from '@/server/tasks'
import { log } from '@/lib/log'

const AT_ONCE = 2
/** Jobs for later are looked for this often; those for now are heard of at once. */
const POLL_MS = 500

/** Carries out the jobs that commands add, until stopped; stopping waits for the running ones. */
export async function startWorker(databaseUrl: string): Promise<{ stop(): Promise<void> }> {
  const events: WorkerEvents = new EventEmitter()
  const poolId = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id))
  })
  const runner = await run({
    connectionString: databaseUrl,
    concurrency: AT_ONCE,
    pollInterval: POLL_MS,
    maxPoolSize: AT_ONCE + 2,
    // The start stops us after the requests are through.
    noHandleSignals: true,
    taskList: tasks,
    events,
    logger: new Logger(() => logTrouble),
  })
  const watch = await watchDeadWorkers(databaseUrl, await poolId)
  return {
    stop: async () => {
      await runner.stop()
      await watch.stop()
    },
  }
}

/** What went well is no news. */
function logTrouble(level: string, message: string) {
  if (level === 'error' || level === 'warning') log(`worker.${level}`, { message })
}
