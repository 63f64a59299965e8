/** Something to do once in the life of a blog; each task itself knows whether it is done. Answers what to tell at the end of the start, or null. */
export type FirstStartTask = (say: (line: string) => void) => Promise<string | null>

const tasks: readonly FirstStartTask[] = []

/** Answers the sentences to print below the address. Runs on every start, after migrating. */
export async function runFirstStart(say: (line: string) => void): Promise<string[]> {
  const notes: string[] = []
  for (const task of tasks) {
    const note = await task(say)
    if (note !== null) notes.push(note)
  }
  return notes
}
