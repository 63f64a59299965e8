'use client'

import { EditorState, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef, useState } from 'react'
import type { EditorActions } from '@/components/editor/editor-actions'
import type { Manuscript } from '@/components/editor/keeping/manuscript'
import { changesBetween } from '@/components/editor/text/changes-between'
import { insertMedia } from '@/components/editor/text/insert-media'
import { setUp } from '@/components/editor/text/setup'
import { Toolbar } from '@/components/editor/text/toolbar'
import { uploadInto, uploadsUnderWay } from '@/components/editor/text/uploads'
import { WordCount } from '@/components/editor/text/word-count'
import { MediaPicker } from '@/components/media/media-picker'
import { ACCEPTED } from '@/domain/media/media'

type Props = {
  manuscript: Manuscript
  view: EditorView | null
  /** Hears of the editor when it is there, and of null when it is gone. */
  onView: (view: EditorView | null) => void
  findLinks: EditorActions['findLinks']
  listFiles: EditorActions['listFiles']
  readOnly: boolean
  ready: boolean
  error: string | null
  onUploading: (number: number) => void
}

/** The body of a post. What is typed goes to the manuscript and not through React. */
export function MarkdownField({
  manuscript,
  view,
  onView,
  findLinks,
  listFiles,
  readOnly,
  ready,
  error,
  onUploading,
}: Props) {
  const place = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [browsing, setBrowsing] = useState(false)
  const [pickers] = useState(() => ({
    upload: () => picker.current?.click(),
    browse: () => setBrowsing(true),
  }))

  useEffect(() => {
    if (place.current === null || !ready) return
    const { written } = manuscript
    const listener = EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      const isOurs = transactions.some((it) => it.annotation(Transaction.remote) === true)
      if (docChanged && !isOurs) manuscript.type(state.doc)
      onUploading(uploadsUnderWay(state))
    })
    const state = EditorState.create({
      doc: written.content.body,
      extensions: [setUp({ readOnly, findLinks, pickers }), listener],
    })
    const view = new EditorView({ state, parent: place.current })
    onView(view)
    const stop = written.watchBody((body) => {
      if (body === null) return
      const changes = changesBetween(view.state.doc.toString(), body)
      const annotations = [Transaction.remote.of(true), Transaction.addToHistory.of(false)]
      view.dispatch({ changes, annotations })
    })
    return () => {
      stop()
      view.destroy()
      onView(null)
    }
  }, [manuscript, onView, findLinks, readOnly, ready, onUploading, pickers])

  function upload(files: File[]) {
    if (view !== null) void uploadInto(view, files, view.state.selection.main.from)
  }

  return (
    <>
      <Toolbar view={view} disabled={readOnly} pickers={pickers} />
      <input
        ref={picker}
        type="file"
        multiple
        accept={ACCEPTED}
        aria-label="Pictures and sounds to upload"
        hidden
        onChange={(event) => {
          upload([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {error !== null && (
        <p role="alert" className="pt-2 text-xs font-medium text-danger">
          {error}
        </p>
      )}
      <div
        ref={place}
        className="-ml-3.5 min-h-[60dvh] border-l-2 border-transparent pt-4 pl-3 text-base focus-within:border-accent sm:text-[0.9375rem]"
      />
      <WordCount manuscript={manuscript} />
      {browsing && (
        <MediaPicker
          kind="all"
          list={listFiles}
          onClose={() => setBrowsing(false)}
          onChoose={(item) => {
            setBrowsing(false)
            if (view !== null) insertMedia(view, item)
          }}
        />
      )}
    </>
  )
}
