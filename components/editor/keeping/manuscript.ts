import { askServer } from '@/components/editor/ask-server'
import { Contest } from '@/components/editor/keeping/contest'
import type { Journal, Kept } from '@/components/editor/keeping/journal'
import { type Entry, Keeper } from '@/components/editor/keeping/keeper'
import { hasClash, isSameContent, mergeLeft, type Merge } from '@/components/editor/keeping/merge'
import { Lane } from '@/components/editor/keeping/lane'
import { BUSY, isOfText, mayPass, saveStatusOf, UNSAVED } from '@/components/editor/keeping/save-status'
import { Pace } from '@/components/editor/keeping/pace'
import { type CopyStart, ServerCopy } from '@/components/editor/keeping/server-copy'
import { Shown } from '@/components/editor/keeping/shown'
import type { News, Snapshot } from '@/components/editor/keeping/snapshot'
import { Written } from '@/components/editor/keeping/written'
import type { DeskState } from '@/domain/posts/desk-post'
import type { ConflictDetails, PostContent } from '@/domain/posts/schema'
import type { Answer, Refused } from '@/lib/answer'

/** `person` is who writes: a device can be shared, a journal is not. */
type Start = CopyStart & { person: string }

const MERGES = 5

/**
 * The text being written, and its way to the journal and to the server. It lives outside of React, so that a key costs no
 * rendering. Saves and acts happen one after the other, each on what is typed when its turn comes.
 */
export class Manuscript {
  readonly written: Written
  readonly shown: Shown
  readonly #copy: ServerCopy
  readonly #keeper: Keeper
  readonly #pace = new Pace(() => void this.save())
  readonly #lane = new Lane()
  #isNew: boolean
  #dirtySince: number | null = null
  #saving = false
  #savedAt: Date | null = null
  /** What was refused last, until the next answer; once the text is another one it is no failure any more. */
  #refused: Refused | null = null
  #failed = false
  readonly #contest = new Contest()
  #left: Kept[] = []
  #tell: (news: News) => void = () => undefined

  constructor({ initial, state, person, actions }: Start) {
    this.written = new Written(initial)
    this.#isNew = state === null
    this.#copy = new ServerCopy({ initial, state, actions })
    this.#keeper = new Keeper({ person, entry: () => this.#entry(), onChange: () => this.#emit() })
    this.shown = new Shown(this.#look())
  }

  /** `tell` hears what the person should know. Answers how to stop. */
  start(tell: (news: News) => void): () => void {
    this.#tell = tell
    const again = () => void (this.#refused !== null && mayPass(this.#refused) && this.save())
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('online', again)
      this.#pace.stop()
      this.#keeper.close()
    }
  }

  /** From now on the journal has what is typed; what other windows left in it is taken up. */
  async keepIn(journal: Journal): Promise<void> {
    const { state, id } = this.#copy
    const left = await this.#keeper.open(journal)
    for (const kept of left) if (state === null ? kept.isNew : kept.post === id) this.#takeUp(kept)
    this.#emit()
  }

  /** What was typed into the body. */
  type(body: { toString: () => string }): void {
    this.written.type(body)
    this.#touched()
  }

  change(part: Partial<Omit<PostContent, 'body'>>): void {
    this.written.change(part)
    this.#touched()
  }

  /** Brings everything typed before its turn to the server. Answers the state that has it, or null when it was refused. */
  save(): Promise<DeskState | null> {
    return this.#lane.run(() => this.#send())
  }

  /** Saves, then does an act on that version; nothing is saved in between. */
  act(run: (state: DeskState) => Promise<Answer<DeskState>>): Promise<Answer<DeskState>> {
    return this.#lane.run(async () => {
      const settled = await this.#send()
      if (settled === null) return UNSAVED
      const answer = await askServer(() => run(settled))
      if (answer.ok) this.#copy.state = answer.value
      else this.#copy.isBehind ||= answer.code === 'conflict'
      if (this.#copy.isBehind) await this.#send()
      if (this.#dirtySince !== null) this.#touched()
      this.#emit()
      return answer
    })
  }

  /** Ends a clash with the text that was made of both. */
  settle(content: PostContent): void {
    if (this.#contest.question === null) return
    const { merge, version, left } = this.#contest.question
    if (version !== null) this.#copy.follow({ version, content: merge.theirs })
    this.#contest.answered()
    this.written.replace(content)
    this.#touched()
    if (left !== null) this.#forget(left)
    void this.save()
  }

  /** The clash stays, and nothing is saved by itself, until the next Save shows it again. */
  postpone(): void {
    this.#contest.question = null
    this.#emit()
  }

  /** Brings a text that was left behind into this one; a clash is shown. */
  use(left: Kept): void {
    if (this.#dirtySince === null) this.#copy.goOnWith(left.post)
    const merge = mergeLeft(left, this.written.content)
    if (hasClash(merge)) this.#contest.ask({ merge, version: null, by: null, at: left.at, left })
    else this.#adopt(left, merge)
    this.#emit()
  }

  discard(left: Kept): void {
    this.#forget(left)
    this.#emit()
  }

  async #send(): Promise<DeskState | null> {
    this.#pace.asked()
    for (let round = 0; round < MERGES; round += 1) {
      const { content } = this.written
      this.#saving = this.#dirtySince !== null
      this.#emit()
      const outcome = await this.#copy.put(content)
      this.#saving = false
      if ('saved' in outcome) return this.#saved(content, outcome.saved)
      if (!('conflict' in outcome)) return this.#refuse(outcome.refused)
      if (!this.#meet(outcome.conflict, content)) return this.#refuse(null)
    }
    return this.#refuse(BUSY)
  }

  #saved(content: PostContent, state: DeskState): DeskState {
    if (this.#isNew) this.#tell({ created: state.id })
    this.#isNew = false
    this.#refused = null
    this.#contest.saved()
    this.#pace.answered()
    if (this.#dirtySince !== null) this.#savedAt = new Date()
    const isBehind = this.written.content !== content || !this.#copy.has(content)
    this.#dirtySince = null
    if (isBehind) this.#touched()
    else this.#keeper.keep()
    this.#emit()
    return state
  }

  #refuse(refused: Refused | null): null {
    this.#refused = refused
    this.#failed = true
    if (refused !== null && mayPass(refused)) this.#pace.again()
    this.#keeper.keep()
    this.#emit()
    return null
  }

  /** Puts what somebody else saved into this text. Answers false when a person must choose. */
  #meet({ version, by, at, content: theirs }: ConflictDetails, sent: PostContent): boolean {
    const merge = this.#copy.merge(this.written.content, theirs)
    if (hasClash(merge)) {
      // Whoever types is not asked in the middle of a word, where the next keys would go to the question: a pause comes.
      this.#contest.answered()
      if (this.written.content !== sent) this.#touched()
      else this.#contest.ask({ merge, by, at, version, left: null })
      return false
    }
    this.#copy.follow({ version, content: theirs })
    this.#contest.saved()
    this.written.replace(merge.content)
    this.#touched()
    if (by !== null) this.#tell({ merged: by })
    return true
  }

  #takeUp(left: Kept): void {
    if (isSameContent(left.content, this.written.content)) return this.#forget(left)
    const mayEdit = this.#copy.state?.may.edit === true
    const merge = mayEdit ? mergeLeft(left, this.written.content) : null
    if (merge === null || hasClash(merge)) {
      this.#left = [...this.#left, left]
      return
    }
    this.#adopt(left, merge)
    this.#tell({ recovered: left.at })
  }

  #adopt(left: Kept, merge: Merge): void {
    this.#copy.sent.push(...left.sent)
    this.written.replace(merge.content)
    this.#touched()
    this.#forget(left)
  }

  #forget(left: Kept): void {
    this.#left = this.#left.filter((other) => other !== left)
    this.#keeper.drop(left)
  }

  #touched(): void {
    this.#dirtySince ??= Date.now()
    const agreed = this.#contest.askAnew(this.written, this.#copy)
    if (agreed !== null) this.settle(agreed)
    if (this.#refused !== null && isOfText(this.#refused)) this.#failed = false
    this.#keeper.keep()
    if (this.#isSavedByItself()) this.#pace.afterPause(this.#dirtySince)
    else this.#pace.stop()
    this.#emit()
  }

  #isSavedByItself(): boolean {
    const isNothing = this.#isNew && this.written.isEmpty
    return !this.#contest.stands && !isNothing && this.#copy.state?.may.edit !== false
  }

  #entry(): Entry | null {
    if (this.#dirtySince === null) return null
    const { id, base, sent } = this.#copy
    return { post: id, isNew: this.#isNew, content: this.written.content, base, sent }
  }

  #look(): Snapshot {
    const [{ fields }, { state }, refused] = [this.written, this.#copy, this.#refused]
    const { question: clash, stands: contested } = this.#contest
    const [dirty, saving, savedAt] = [this.#dirtySince !== null, this.#saving, this.#savedAt]
    const facts = { refused: this.#failed ? refused : null, dirty, saving, contested, savedAt }
    const status = saveStatusOf({ ...facts, kept: this.#keeper.isKept(), exists: state !== null })
    return { fields, state, status, dirty, refused, clash, left: this.#left }
  }

  #emit(): void {
    this.shown.show(this.#look())
  }
}
