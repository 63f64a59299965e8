/** Expected trouble: a sentence for a person and an exit code, no stack. */
export class Trouble extends Error {
  constructor(sentence, exitCode = 1) {
    super(sentence)
    this.exitCode = exitCode
  }
}
