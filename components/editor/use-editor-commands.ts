'use client'

import { openSearchPanel } from '@codemirror/search'
import type { EditorView } from '@codemirror/view'
import { useCommands } from '@/components/admin/commands/use-commands'
import type { Pane } from '@/components/editor/editor-bar'
import { useEditorKeys } from '@/components/editor/use-editor-keys'
import type { PostEditing } from '@/components/editor/use-post-editor'

type Props = {
  editing: PostEditing
  view: EditorView | null
  onSave: () => void
  onPublish: () => void
  onPane: (pane: Pane) => void
  onDetails: () => void
}

/** What the editor can do, by its keys and in the command menu. */
export function useEditorCommands({ editing, view, onSave, onPublish, onPane, onDetails }: Props): void {
  const { state } = editing
  const trashed = state?.status === 'trashed'
  useEditorKeys({ onSave, onPublish })
  useCommands([
    ...(trashed || state?.may.edit === false ? [] : [{ name: 'Save', keys: 'Mod S', run: onSave }]),
    ...(trashed ? [] : [{ name: publishing(editing), keys: 'Mod Enter', run: onPublish }]),
    { name: 'Show the text', run: () => onPane('write') },
    { name: 'Show the preview', run: () => onPane('preview') },
    { name: 'Details beside the text', run: onDetails },
    ...(view === null
      ? []
      : [{ name: 'Find and replace', keys: 'Mod F', run: () => void openSearchPanel(view) }]),
    ...(state?.status === 'live'
      ? [{ name: 'View on the site', run: () => window.open(state.path, '_blank', 'noopener') }]
      : []),
  ])
}

function publishing({ state }: PostEditing): string {
  if (state?.may.publish === false) return 'Submit for review…'
  return state?.status === 'live' ? 'Update or change the date…' : 'Publish…'
}
