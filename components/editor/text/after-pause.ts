/** Runs once after the last call of `begin` in `milliseconds`. */
export function afterPause(milliseconds: number, run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = () => clearTimeout(timer)
  return {
    begin: () => {
      cancel()
      timer = setTimeout(run, milliseconds)
    },
    cancel,
  }
}
