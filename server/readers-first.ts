/** One thread renders and Postgres answers beside it: more at once finish no sooner, and take memory and each other's time. */
const AT_ONCE = 4
/** Under a crawl something is always being rendered, and jobs must go on all the same. */
const LONGEST_MS = 250

let rendering = 0
const readers: (() => void)[] = []
let jobs: (() => void)[] = []

/** Renders what somebody waits for, in the order of asking, a few at a time; meanwhile no job begins. */
export async function readersFirst<Result>(render: () => Promise<Result>): Promise<Result> {
  if (rendering < AT_ONCE) rendering += 1
  else await new Promise<void>((resolve) => readers.push(resolve))
  try {
    return await render()
  } finally {
    const next = readers.shift()
    if (next === undefined) rendering -= 1
    else next()
    if (rendering === 0) beginJobs()
  }
}

/**
 * Before a job: resolves when nobody waits for a page, after a quarter of a second at the latest. When hundreds of posts are due
 * in one second, what is told of them can wait, and who reads them cannot.
 */
export async function afterReaders(): Promise<void> {
  if (rendering === 0) return
  await new Promise<void>((resolve) => {
    jobs.push(resolve)
    setTimeout(resolve, LONGEST_MS)
  })
}

function beginJobs(): void {
  const waiting = jobs
  jobs = []
  for (const begin of waiting) begin()
}
