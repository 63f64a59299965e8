/** `performance.now()` begins anew in every thread; the machine's own clock does not. */
const beginning = Number(process.hrtime.bigint()) / 1e6 - performance.now()

/** Milliseconds of the machine's monotonic clock: the same in every thread, and never set. */
export function monotonicNow(): number {
  return performance.now() + beginning
}
