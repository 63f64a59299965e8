import { holdWindow, type Journal, type Kept } from '@/components/editor/keeping/journal'
import { newId } from '@/components/editor/keeping/new-id'

export type Entry = Omit<Kept, 'window' | 'person' | 'at'>
type Options = {
  person: string
  /** What is to be kept now, or null when the server has it all. */
  entry: () => Entry | null
  /** Called when something that was asked for is on the disk, or could not be brought there. */
  onChange: () => void
}

const NOTICED = 250

/** Writes the newest text into the journal, one write at a time: a first change at once, what is typed meanwhile right after. */
export class Keeper {
  readonly #window = newId()
  readonly #options: Options
  #journal: Journal | null = null
  #wanted = 0
  #done = 0
  #writing = false
  #trouble = false
  #behindSince = 0
  #dropping: string[] = []
  #release: () => void = () => undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** Answers what this person left in windows that are not open any more. */
  async open(journal: Journal): Promise<Kept[]> {
    this.#release = holdWindow(this.#window)
    this.#journal = journal
    if (this.#done < this.#wanted) void this.#write(journal)
    const left = await journal.listLeft(this.#options.person)
    return left.filter(({ window }) => window !== this.#window)
  }

  /** What is in the journal now counts as left behind. */
  close(): void {
    this.#release()
  }

  /** Is done before it returns, as far as the page can do it. */
  keep(): void {
    if (this.#done === this.#wanted) this.#behindSince = Date.now()
    this.#wanted += 1
    if (this.#journal !== null && !this.#writing) void this.#write(this.#journal)
  }

  /** Drops what another window left, once this window's text, which has taken it up, is on the disk. */
  drop({ window }: Kept): void {
    this.#dropping.push(window)
    this.keep()
  }

  /** A write takes a moment for every key: only one that takes longer is worth saying. */
  isKept(): boolean {
    const isBehind = this.#done < this.#wanted && Date.now() - this.#behindSince > NOTICED
    return this.#journal !== null && !this.#trouble && !isBehind
  }

  async #write(journal: Journal): Promise<void> {
    this.#writing = true
    while (this.#done < this.#wanted) {
      const number = this.#wanted
      const dropping = this.#dropping
      this.#dropping = []
      this.#trouble = !(await this.#bringOver(journal, dropping))
      if (this.#trouble) this.#dropping.unshift(...dropping)
      this.#done = number
    }
    this.#writing = false
    this.#options.onChange()
  }

  async #bringOver(journal: Journal, dropping: string[]): Promise<boolean> {
    const entry = this.#options.entry()
    const { person } = this.#options
    try {
      if (entry === null) await journal.drop(this.#window)
      else await journal.write({ ...entry, window: this.#window, person, at: new Date() })
      for (const window of dropping) await journal.drop(window)
      return true
    } catch {
      return false
    }
  }
}
