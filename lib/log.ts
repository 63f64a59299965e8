/** One line of JSON on standard error, for things an owner should be able to find later. Never pass text of posts. */
export function log(event: string, details: Record<string, string | number | boolean | null> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`)
}

/** The sentence and stack of something thrown, for the log. */
export function describeError(error: unknown): { message: string; stack: string | null } {
  if (error instanceof Error) return { message: error.message, stack: error.stack ?? null }
  return { message: String(error), stack: null }
}
