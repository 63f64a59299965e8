import { hasClash, mergeLeft } from '@/components/editor/keeping/merge'
import type { ServerCopy } from '@/components/editor/keeping/server-copy'
import type { Clash } from '@/components/editor/keeping/snapshot'
import type { Written } from '@/components/editor/keeping/written'
import type { PostContent } from '@/domain/posts/schema'

/** Another text that stands against the one being written, and what the person is asked about both. */
export class Contest {
  question: Clash | null = null
  /** Somebody else's text stands against this one, whether the question is open or put off. */
  stands = false

  ask(question: Clash): void {
    this.question = question
    this.stands ||= question.left === null
  }

  /**
   * What was written since the question (a key before it was seen, an upload that ended) is asked about too. Answers the text that
   * both agree on when nothing is left to ask.
   */
  askAnew(written: Written, copy: ServerCopy): PostContent | null {
    if (this.question === null) return null
    const { left, merge } = this.question
    const { content: mine } = written
    const anew = left === null ? copy.merge(mine, merge.theirs) : mergeLeft(left, mine)
    this.question = { ...this.question, merge: anew }
    return hasClash(anew) ? null : anew.content
  }

  answered(): void {
    this.question = null
    this.stands = false
  }

  /** Nothing of the server's is asked about any more. That answers nothing about a text that this device had left. */
  saved(): void {
    if (this.question?.left === null) this.question = null
    this.stands = false
  }
}
