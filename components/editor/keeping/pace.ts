const PAUSE = 2_000
/** Whoever types without a pause is saved this often. */
const LONGEST = 10_000
const RETRIES = [2_000, 5_000, 10_000, 20_000, 30_000]

/** When the next save is due. */
export class Pace {
  #timer: ReturnType<typeof setTimeout> | undefined
  #askedAt = 0
  #tries = 0
  readonly #save: () => void

  constructor(save: () => void) {
    this.#save = save
  }

  /** After a pause in typing that began at `since`, or when it goes on for long. */
  afterPause(since: number): void {
    const latest = Math.max(since, this.#askedAt) + LONGEST
    this.#after(Math.max(0, Math.min(PAUSE, latest - Date.now())))
  }

  /** A save that failed by no fault of the text is tried again, less and less often. */
  again(): void {
    this.#after(RETRIES[Math.min(this.#tries, RETRIES.length - 1)] ?? PAUSE)
    this.#tries += 1
  }

  asked(): void {
    this.stop()
    this.#askedAt = Date.now()
  }

  answered(): void {
    this.#tries = 0
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #after(pause: number): void {
    this.stop()
    this.#timer = setTimeout(this.#save, pause)
  }
}
