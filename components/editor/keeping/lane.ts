/** Runs one piece of work after the other, whatever became of those before. */
export class Lane {
  #last: Promise<unknown> = Promise.resolve()

  run<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(reportError)
    return turn
  }
}
