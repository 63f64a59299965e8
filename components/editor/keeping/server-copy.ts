import { askServer } from '@/components/editor/ask-server'
import type { EditorActions } from '@/components/editor/editor-actions'
import { isSameContent, mergeContents, type Merge } from '@/components/editor/keeping/merge'
import { mayPass } from '@/components/editor/keeping/save-status'
import { newId } from '@/components/editor/keeping/new-id'
import type { DeskState } from '@/domain/posts/desk-post'
import { isSlugOf } from '@/domain/posts/post'
import { conflictDetails, type ConflictDetails, type PostContent } from '@/domain/posts/schema'
import type { Refused } from '@/lib/answer'

export type CopyStart = { initial: PostContent; state: DeskState | null; actions: SaveActions }
type SaveActions = Pick<EditorActions, 'create' | 'save'>
type Outcome = { saved: DeskState } | { refused: Refused } | { conflict: ConflictDetails; refused: Refused }
const MOST_SENT = 20

/** What the server has of a post, as far as this window was told. */
export class ServerCopy {
  /** A post has its id before it is saved, so that a save that is sent twice begins one post. */
  id: string
  base: { version: number; content: PostContent }
  /** Sent, and no answer came: they may have arrived. */
  sent: PostContent[] = []
  state: DeskState | null
  /** Somebody else is known to have saved since: a save that would change nothing brings their text. */
  isBehind = false
  #exists: boolean
  readonly #actions: SaveActions

  constructor({ initial, state, actions }: CopyStart) {
    this.id = state?.id ?? newId()
    this.base = { version: state?.version ?? 0, content: initial }
    this.state = state
    this.#exists = state !== null
    this.#actions = actions
  }

  async put(content: PostContent): Promise<Outcome> {
    const { state, id, base } = this
    // What was sent without an answer may have arrived: then the text of before is a new one.
    const isNothingNew = !this.isBehind && [content, ...this.sent].every((text) => this.has(text))
    if (state !== null && (!state.may.edit || isNothingNew))
      return { saved: { ...state, version: base.version } }
    this.sent = [...this.sent, content].slice(-MOST_SENT)
    const answer = await askServer(() =>
      this.#exists
        ? this.#actions.save({ id, version: base.version, content })
        : this.#actions.create({ id, content }),
    )
    if (answer.ok) return this.#confirm(content, answer.value)
    if (!mayPass(answer)) this.sent = this.sent.slice(0, -1)
    const conflict = conflictDetails.safeParse(answer.details)
    if (answer.code !== 'conflict' || !conflict.success) return { refused: answer }
    this.#exists = true
    this.sent.push(content)
    return {
      conflict: { ...conflict.data, content: this.#withOpenSlug(conflict.data.content) },
      refused: answer,
    }
  }

  /** Whether this is what the server was last known to have. */
  has(content: PostContent): boolean {
    return isSameContent(content, this.base.content)
  }

  /** A post that is not begun yet becomes the one that was left behind. */
  goOnWith(id: string): void {
    if (this.state === null && this.sent.length === 0) this.id = id
  }

  merge(mine: PostContent, theirs: PostContent): Merge {
    return mergeContents({ base: this.base.content, mine, theirs, sent: this.sent })
  }

  /** The next save is based on this version, which has been merged. */
  follow(base: { version: number; content: PostContent }): void {
    this.base = base
    this.sent = []
    this.isBehind = false
  }

  #confirm(content: PostContent, state: DeskState): Outcome {
    this.#exists = true
    this.state = state
    this.follow({ version: state.version, content })
    return { saved: state }
  }

  /** A slug that is made from the title is sent as an empty one, and comes back as what was made. */
  #withOpenSlug(content: PostContent): PostContent {
    const { state, base } = this
    const isOpen = state === null || (state.status === 'draft' && !state.wasLive)
    return isOpen && base.content.slug === '' && isSlugOf(content) ? { ...content, slug: '' } : content
  }
}
