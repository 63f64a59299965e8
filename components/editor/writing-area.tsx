'use client'

import type { EditorView } from '@codemirror/view'
import type { EditorActions } from '@/components/editor/editor-actions'
import { MarkdownField } from '@/components/editor/text/markdown-field'
import type { PostEditing } from '@/components/editor/use-post-editor'
import { GrowingText } from '@/components/ui/growing-text'

type Props = {
  editing: PostEditing
  actions: Pick<EditorActions, 'findLinks' | 'listFiles'>
  view: EditorView | null
  onView: (view: EditorView | null) => void
  onUploading: (number: number) => void
}

/** Title, subtitle and text: a sheet of paper with nothing around it. */
export function WritingArea({ editing, view, onView, actions, onUploading }: Props) {
  const { fields, manuscript, ready, change, state, errorOf } = editing
  const readOnly = state !== null && !state.may.edit
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col px-4 py-6 md:px-8">
      <GrowingText
        label="Title"
        placeholder="Title"
        value={fields.title}
        onChange={(title) => change({ title: title.replaceAll('\n', ' ') })}
        error={errorOf('title')}
        readOnly={readOnly || !ready}
        autoFocus={state === null}
        look="text-[1.75rem] leading-tight font-semibold tracking-tight"
      />
      <GrowingText
        label="Subtitle"
        placeholder="Subtitle"
        value={fields.subtitle ?? ''}
        onChange={(subtitle) => change({ subtitle: subtitle.replaceAll('\n', ' ') || null })}
        error={errorOf('subtitle')}
        readOnly={readOnly || !ready}
        look="mt-1 text-lg text-muted"
      />
      <MarkdownField
        manuscript={manuscript}
        view={view}
        onView={onView}
        findLinks={actions.findLinks}
        listFiles={actions.listFiles}
        ready={ready}
        readOnly={readOnly}
        error={errorOf('body')}
        onUploading={onUploading}
      />
    </div>
  )
}
