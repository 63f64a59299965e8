'use client'

import { useEffect, useRef, useState } from 'react'
import { askServer } from '@/components/editor/ask-server'
import { dropBackup, keepBackup } from '@/components/editor/backup'
import type { EditorActions } from '@/components/editor/editor-actions'
import type { DeskState } from '@/domain/posts/desk-post'
import { conflictDetails, type ConflictDetails, type PostContent } from '@/domain/posts/schema'
import type { Answer, Refused } from '@/lib/answer'

export type SaveStatus =
  | { is: 'empty' }
  | { is: 'saved'; at: Date | null }
  | { is: 'unsaved' }
  | { is: 'saving' }
  | { is: 'failed'; refused: Refused }

type Props = { initial: PostContent; initialState: DeskState | null; actions: EditorActions }

const PAUSE = 2_000

/** The text being edited, what the server has of it, and the way from one to the other. */
export function usePostEditor({ initial, initialState, actions }: Props) {
  const [content, setContent] = useState(initial)
  const [saved, setSaved] = useState(initial)
  const [state, setState] = useState(initialState)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [saving, setSaving] = useState(false)
  const [refused, setRefused] = useState<{ answer: Refused; content: PostContent } | null>(null)
  const [conflict, setConflict] = useState<ConflictDetails | null>(null)
  const running = useRef<Promise<DeskState | null> | null>(null)

  const dirty = content !== saved && JSON.stringify(content) !== JSON.stringify(saved)
  const failed = refused !== null && refused.content === content
  const id = state?.id ?? null
  const version = state?.version ?? 0

  /**
   * Saves what is there now, on `base` when a conflict was settled. Answers the new state, or null when it was refused. One save
   * at a time: whoever asks meanwhile waits for the one that runs.
   */
  async function save(sent = content, base = version): Promise<DeskState | null> {
    running.current ??= send(sent, base).finally(() => (running.current = null))
    return running.current
  }

  async function send(sent: PostContent, base: number): Promise<DeskState | null> {
    setSaving(true)
    const answer = await askServer(() =>
      id === null ? actions.create(sent) : actions.save({ id, version: base, content: sent }),
    )
    setSaving(false)
    if (!answer.ok) {
      setRefused({ answer, content: sent })
      const details = conflictDetails.safeParse(answer.details)
      if (answer.code === 'conflict' && details.success) setConflict(details.data)
      return null
    }
    if (id === null) {
      dropBackup(null)
      window.history.replaceState(null, '', `/admin/posts/${answer.value.id}`)
    }
    setRefused(null)
    setConflict(null)
    setSaved(sent)
    setState(answer.value)
    setSavedAt(new Date())
    return answer.value
  }

  /** The state with everything saved that an act is to be about, or null when saving was refused. */
  async function settle(): Promise<DeskState | null> {
    return dirty || state === null ? save() : state
  }

  /** Saves, then does an act on that version. */
  async function act(run: (state: DeskState) => Promise<Answer<DeskState>>): Promise<Answer<DeskState>> {
    const settled = await settle()
    if (settled === null)
      return { ok: false, code: 'invalid', sentence: 'Save the text first: see the line at the top.' }
    const answer = await askServer(() => run(settled))
    if (answer.ok) setState(answer.value)
    return answer
  }

  useEffect(() => {
    if (dirty) keepBackup(id, { content, version })
    else dropBackup(id)
  }, [dirty, id, content, version])

  useEffect(() => {
    const nothing = id === null && content.title === '' && content.body.trim() === ''
    const mayEdit = state === null || state.may.edit
    if (!dirty || saving || failed || conflict !== null || nothing || !mayEdit) return
    const timer = setTimeout(() => void save(), PAUSE)
    return () => clearTimeout(timer)
  })

  function status(): SaveStatus {
    if (saving) return { is: 'saving' }
    if (refused !== null && failed) return { is: 'failed', refused: refused.answer }
    if (dirty) return { is: 'unsaved' }
    return state === null ? { is: 'empty' } : { is: 'saved', at: savedAt }
  }

  /** Gives up what is written here for what somebody else saved. */
  function take(details: ConflictDetails) {
    setContent(details.content)
    setSaved(details.content)
    setRefused(null)
    setConflict(null)
    if (state !== null) setState({ ...state, version: details.version, slug: details.content.slug })
  }

  return {
    content,
    change: (part: Partial<PostContent>) => setContent((before) => ({ ...before, ...part })),
    replace: setContent,
    rebase: (base: number) => setState((before) => (before === null ? null : { ...before, version: base })),
    state,
    status: status(),
    dirty,
    errorOf: (field: string) => (refused?.answer.field === field ? refused.answer.sentence : null),
    conflict,
    closeConflict: () => setConflict(null),
    save,
    act,
    take,
  }
}

export type PostEditing = ReturnType<typeof usePostEditor>
