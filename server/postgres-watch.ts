import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from './postgres-server'

const LOOK_EVERY_MS = 500
const TRY_AGAIN_MS = 2000

/** Starts a server again when it ends unasked (killed for memory, say). Answers how to stop it for good. */
export function keepRunning(first: Server, launch: () => Promise<Server>, say: (line: string) => void) {
  let server = first
  const stopping = new AbortController()
  const watching = watch()

  async function watch() {
    while (!stopping.signal.aborted) {
      if (!server.isRunning()) await relaunch()
      await rest(LOOK_EVERY_MS)
    }
  }
  /** Until it succeeds; each reason is said once. */
  async function relaunch() {
    say('The database ended unexpectedly; starting it again.')
    let told = ''
    while (!stopping.signal.aborted && !server.isRunning()) {
      try {
        server = await launch()
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        if (reason !== told) say(reason)
        told = reason
        await rest(TRY_AGAIN_MS)
      }
    }
    if (server.isRunning()) say('The database runs again.')
  }
  function rest(milliseconds: number) {
    return pause(milliseconds, null, { ref: false, signal: stopping.signal }).catch(() => null)
  }
  return async function stop() {
    stopping.abort()
    await watching
    await server.stop()
  }
}
