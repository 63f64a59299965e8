import { setTimeout as pause } from 'node:timers/promises'

/** One thread renders and Postgres answers beside it: more at once finish no sooner, and take memory and each other's time. */
const AT_ONCE = 4
/** Under a crawl something is always being rendered, and jobs must go on all the same. */
const LONGEST_MS = 250

export type ReadersFirst = {
  /** Renders what somebody waits for, in the order of asking, a few at a time; meanwhile no job begins. */
  render: Turn
  /**
   * Before a job: resolves when nobody waits for a page, after a quarter of a second at the latest. When hundreds of posts are due
   * in one second, what is told of them can wait, and who reads them cannot.
   */
  afterReaders(): Promise<void>
}

export function createReadersFirst(): ReadersFirst {
  const take = createTurns(AT_ONCE)
  let asked = 0
  let quiet = Promise.withResolvers<void>()

  async function render<Result>(work: () => Promise<Result>): Promise<Result> {
    if (asked === 0) quiet = Promise.withResolvers()
    asked += 1
    try {
      return await take(work)
    } finally {
      asked -= 1
      if (asked === 0) quiet.resolve()
    }
  }

  return {
    render,
    afterReaders: async () => {
      if (asked > 0) await Promise.race([quiet.promise, pause(LONGEST_MS)])
    },
  }
}

type Turn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Does so many things at once, and the others in the order of asking. */
export function createTurns(atOnce: number): Turn {
  let busy = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (busy < atOnce) busy += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) busy -= 1
      else next()
    }
  }
}
