'use client'

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import type { EditorActions } from '@/components/editor/editor-actions'
import { openJournal } from '@/components/editor/keeping/journal'
import { Manuscript } from '@/components/editor/keeping/manuscript'
import type { News } from '@/components/editor/keeping/snapshot'
import type { DeskState } from '@/domain/posts/desk-post'
import type { PostContent } from '@/domain/posts/schema'

type Props = {
  initial: PostContent
  initialState: DeskState | null
  person: string
  actions: EditorActions
  onNews: (news: News) => void
}

/** Milliseconds. The journal is usually there in ten. */
const PATIENCE = 3_000

/** The manuscript of this page, and what React shows of it. */
export function usePostEditor({ initial, initialState, person, actions, onNews }: Props) {
  const [manuscript] = useState(() => new Manuscript({ initial, state: initialState, person, actions }))
  const { subscribe, snapshot } = manuscript.shown
  const shown = useSyncExternalStore(subscribe, snapshot, snapshot)
  /** Nothing is typed before the journal can have it and what was left behind is there, unless the browser keeps both waiting. */
  const [ready, setReady] = useState(false)
  const tell = useEffectEvent(onNews)

  useEffect(() => {
    // Without a journal (a browser that forbids it) the save line says that the text is in this window only.
    void openJournal()
      .then((journal) => manuscript.keepIn(journal))
      .catch(reportError)
      .finally(() => setReady(true))
    // A database of the browser that never answers must not keep anybody from writing; when it comes, it is taken up.
    const timer = setTimeout(() => setReady(true), PATIENCE)
    const stop = manuscript.start((news) => tell(news))
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [manuscript])

  return {
    ...shown,
    manuscript,
    ready,
    change: (part: Partial<Omit<PostContent, 'body'>>) => manuscript.change(part),
    errorOf: (field: string) => (shown.refused?.field === field ? shown.refused.sentence : null),
    save: () => manuscript.save(),
    act: manuscript.act.bind(manuscript),
  }
}

export type PostEditing = ReturnType<typeof usePostEditor>
