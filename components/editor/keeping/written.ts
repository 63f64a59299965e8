import type { PostContent } from '@/domain/posts/schema'

/** The text as it is typed now. */
export class Written {
  /** All but the body; another object only when one of them changed. */
  fields: Omit<PostContent, 'body'>
  #content: PostContent
  /** The body as the editor has it, made a string only when somebody asks. */
  #typed: { toString: () => string } | null = null
  readonly #watchers = new Set<(body: string | null) => void>()

  constructor(content: PostContent) {
    this.#content = content
    this.fields = content
  }

  /** Everything typed up to now. */
  get content(): PostContent {
    if (this.#typed !== null) this.#content = { ...this.#content, body: this.#typed.toString() }
    this.#typed = null
    return this.#content
  }

  get isEmpty(): boolean {
    return this.fields.title === '' && this.content.body.trim() === ''
  }

  /** Hears of each change of the body: null when it was typed, the whole of it when it came from elsewhere. */
  readonly watchBody = (watcher: (body: string | null) => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }

  type(body: { toString: () => string }): void {
    this.#typed = body
    for (const watcher of this.#watchers) watcher(null)
  }

  change(part: Partial<Omit<PostContent, 'body'>>): void {
    this.#content = { ...this.content, ...part }
    this.fields = this.#content
  }

  replace(content: PostContent): void {
    const isOther = content.body !== this.content.body
    this.#content = content
    this.fields = content
    if (isOther) for (const watcher of this.#watchers) watcher(content.body)
  }
}
