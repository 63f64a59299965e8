import { Refusal, type RefusalCode } from '@/lib/errors'
import { Interruption } from './signals'

const EXIT_CODES: Partial<Record<RefusalCode, number>> = {
  invalid: 2,
  conflict: 3,
  unavailable: 4,
  'storage-full': 5,
  forbidden: 5,
  unsupported: 6,
}

/** The edge of a program of ours: expected trouble becomes one sentence and an exit code. */
export async function runProgram(work: () => Promise<void>): Promise<void> {
  // Waiting for a signal alone does not keep Node alive; process.exit below ends this too.
  setInterval(() => {}, 60_000)
  // Who started us may be gone, and the pipe with it. That nobody reads what is said is no reason to stop, nor to complain
  // about it in the same pipe, for ever.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  try {
    await work()
    // A command that did its work but not all of it has set a code.
    process.exit()
  } catch (error) {
    process.exit(report(error))
  }
}

/** What shells expect of a program that Ctrl-C ended. */
const INTERRUPTED = 130

function report(error: unknown): number {
  if (error instanceof Interruption) return INTERRUPTED
  if (!(error instanceof Refusal)) {
    console.error(error)
    return 1
  }
  console.error(error.message)
  return EXIT_CODES[error.code] ?? 1
}
