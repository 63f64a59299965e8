import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from './postgres-server'

const LOOK_EVERY_MS = 500

/** Starts a server again when it ends unasked (killed for memory, say). Answers how to stop it for good. */
export function keepRunning(first: Server, launch: () => Promise<Server>, say: (line: string) => void) {
  let server = first
  const stopping = new AbortController()
  const watching = watch()

  async function watch() {
    while (!stopping.signal.aborted) {
      if (!server.isRunning()) server = await relaunch()
      await pause(LOOK_EVERY_MS, null, { ref: false, signal: stopping.signal }).catch(() => null)
    }
  }
  async function relaunch() {
    say('The database ended unexpectedly; starting it again.')
    return launch().catch((error: unknown) => {
      say(error instanceof Error ? error.message : String(error))
      return server
    })
  }
  return async function stop() {
    stopping.abort()
    await watching
    await server.stop()
  }
}
