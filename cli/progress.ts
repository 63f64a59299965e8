const EVERY_MS = 250

/** One line that counts on a terminal; in a log, a line every ten seconds. */
export function showProgress(what: string): { show(done: number, total: number): void; end(): void } {
  const { isTTY } = process.stderr
  const pause = isTTY ? EVERY_MS : 10_000
  let last = Date.now()
  let shown = false
  function show(done: number, total: number) {
    if (Date.now() - last < pause && !(isTTY && done === total)) return
    last = Date.now()
    shown = true
    process.stderr.write(`${isTTY ? '\r' : ''}${what} ${done} of ${total}${isTTY ? ' ' : '\n'}`)
  }
  function end() {
    if (isTTY && shown) process.stderr.write('\n')
  }
  return { show, end }
}
