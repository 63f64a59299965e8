import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FromFront, Ready, Span, ToFront } from '@/server/front/message'
import { projectRoot } from '@/server/project-root'

/** The front, as the thread behind it sees it. */
export type Front = {
  /** Begins to listen; rejects when the place is taken. */
  listen(place: Place): Promise<void>
  lend(ready: Ready): void
  remove(url: string): void
  hold(span: Span): void
  /** Takes no new connection, lets requests in flight finish (15 s at most), and resolves when the last one has ended. */
  close(): Promise<void>
}

type Place = { host: string; port: number }

/** Megabytes in which the front's short-lived objects are made, which are few: with four times as much it is no faster. */
const YOUNG_MB = 12

/** Begins the thread. `listener` answers what that passes on, through a socket file that only this user can open. */
export async function openFront(listener: RequestListener): Promise<Front> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-'))
  const behind = join(folder, 'behind')
  const server = await listenBehind(behind, listener)
  const thread = new Worker(join(projectRoot(), 'build', 'front.mjs'), {
    workerData: behind,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  // A front that broke is a fault of ours, and nobody is answered any more: the process ends as for any other.
  thread.on('error', (error) => {
    throw error
  })
  let stale: string[] = []

  function send(message: ToFront): void {
    flush()
    thread.postMessage(message)
  }

  function flush(): void {
    if (stale.length === 0) return
    thread.postMessage({ is: 'stale', urls: stale } satisfies ToFront)
    stale = []
  }

  async function end(): Promise<void> {
    await thread.terminate()
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true, force: true })
  }

  return {
    listen: async (place) => {
      send({ is: 'listen', ...place })
      await once(thread, 'listening').catch(async (error: unknown) => {
        await end()
        throw error
      })
    },
    lend: (ready) => send({ is: 'ready', ready }),
    hold: (span) => send({ is: 'good', span }),
    remove: (url) => {
      // Many at once when everything expires; what is sent after them finds them gone.
      if (stale.push(url) === 1) queueMicrotask(flush)
    },
    close: async () => {
      send({ is: 'close' })
      await once(thread, 'closed')
      await end()
    },
  }
}

/** Resolves with the first message of this kind; rejects when the front says that it failed. */
function once(thread: Worker, wanted: FromFront['is']): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.on('message', (message: FromFront) => {
      if (message.is === wanted) resolve()
      if (message.is === 'failed') reject(Object.assign(new Error(message.message), { code: message.code }))
    })
  })
}

/**
 * No idle connection is ever ended here: the front might just be using it. Whatever the front let through is taken: as many
 * headers as there are, and none with a host, which HTTP/1.0 does not ask for.
 */
function listenBehind(path: string, listener: RequestListener): Promise<Server> {
  const limits = { keepAliveTimeout: 0, maxHeaderSize: 32_768, requestTimeout: 0, requireHostHeader: false }
  const server = createServer(limits, listener)
  server.maxHeadersCount = 0
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve(server))
  })
}
