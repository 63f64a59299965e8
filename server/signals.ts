/** Resolves at the first request to stop; `hurry` when a later one shows that people are tired of waiting. */
export type Stop = { asked: Promise<void>; hurry: Promise<void>; isAsked(): boolean }

/** Thrown where work ends unfinished because of a request to stop. */
export class Interruption extends Error {}

/** npm and the terminal each deliver the same Ctrl-C, so what follows within a second is the same request. */
const SAME_REQUEST_MS = 1000

export function hearSignals(): Stop {
  const asked = Promise.withResolvers<void>()
  const hurry = Promise.withResolvers<void>()
  let first: number | null = null
  function hear() {
    first ??= Date.now()
    asked.resolve()
    if (Date.now() - first > SAME_REQUEST_MS) hurry.resolve()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, hear)
  // The parent that chose the Node version is gone.
  process.on('disconnect', hear)
  process.channel?.unref()
  return { asked: asked.promise, hurry: hurry.promise, isAsked: () => first !== null }
}
