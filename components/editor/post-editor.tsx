'use client'

import { useEffect, useState } from 'react'
import { readBackup, type Backup } from '@/components/editor/backup'
import { ConflictDialog } from '@/components/editor/conflict-dialog'
import type { EditorActions } from '@/components/editor/editor-actions'
import { EditorBar } from '@/components/editor/editor-bar'
import { KeptText } from '@/components/editor/kept-text'
import { LivePreview } from '@/components/editor/live-preview'
import { PublishPanel } from '@/components/editor/publish-panel'
import { SidePanel } from '@/components/editor/side-panel'
import { SubmitPanel } from '@/components/editor/submit-panel'
import { useLeaveGuard } from '@/components/editor/use-leave-guard'
import { usePane } from '@/components/editor/use-pane'
import { usePostEditor } from '@/components/editor/use-post-editor'
import { useEditorKeys } from '@/components/editor/use-editor-keys'
import { WritingArea } from '@/components/editor/writing-area'
import { useToast } from '@/components/ui/toast'
import type { DeskNames } from '@/domain/posts/desk-names'
import type { DeskState } from '@/domain/posts/desk-post'
import type { PostContent } from '@/domain/posts/schema'

type Props = {
  content: PostContent
  state: DeskState | null
  names: DeskNames
  siteZone: string
  actions: EditorActions
}

/** One post: its text, the preview beside it, and everything about it. */
export function PostEditor({ content, state: initialState, names, siteZone, actions }: Props) {
  const editing = usePostEditor({ initial: content, initialState, actions })
  const { state } = editing
  const toast = useToast()
  const [pane, showPane] = usePane()
  const [details, setDetails] = useState(true)
  const [publishing, setPublishing] = useState(false)
  const [kept, setKept] = useState<Backup | null>(null)
  useLeaveGuard(editing.dirty)

  async function openPublishing() {
    const settled = editing.dirty || state === null ? await editing.save() : state
    if (settled !== null) setPublishing(true)
  }
  function closeSaying(sentence: string) {
    setPublishing(false)
    toast({ title: sentence })
  }
  useEditorKeys({ onSave: () => void editing.save(), onPublish: () => void openPublishing() })

  useEffect(() => {
    // What this device kept is read once, before anything typed now replaces it.
    const backup = readBackup(initialState?.id ?? null)
    if (backup === null || JSON.stringify(backup.content) === JSON.stringify(content)) return
    queueMicrotask(() => setKept(backup))
  }, [initialState, content])

  const split = details ? '2xl:grid-cols-2' : 'lg:grid-cols-2'
  const beside = details ? '2xl:!block' : 'lg:!block'
  return (
    <div className="flex min-h-dvh flex-col">
      <EditorBar
        editing={editing}
        actions={actions}
        pane={pane}
        onPane={showPane}
        details={details}
        onDetails={setDetails}
        onPublish={() => void openPublishing()}
      />
      {kept !== null && (
        <KeptText
          sentence={`This device has a text from ${moment.format(kept.at)} that was not saved.`}
          content={kept.content}
          onUse={() => {
            editing.replace(kept.content)
            if (state !== null) editing.rebase(kept.version)
            setKept(null)
          }}
          onDrop={() => setKept(null)}
        />
      )}
      <div className={`flex-1 ${details ? 'lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]' : ''}`}>
        <div className={`min-w-0 ${split} ${details ? '2xl:grid' : 'lg:grid'}`}>
          <div
            className={`${pane === 'write' ? '' : 'hidden'} ${pane === 'details' ? 'lg:!block' : ''} ${beside}`}
          >
            <WritingArea editing={editing} />
          </div>
          <div
            className={`min-w-0 border-line px-4 py-6 md:px-8 ${pane === 'preview' ? '' : 'hidden'} ${beside} ${details ? '2xl:border-l' : 'lg:border-l'}`}
          >
            <LivePreview content={editing.content} preview={actions.preview} />
          </div>
        </div>
        <aside
          aria-label="Details"
          className={`border-line bg-canvas px-4 py-5 ${pane === 'details' ? '' : 'max-lg:hidden'} ${details ? 'lg:border-l' : 'lg:hidden'}`}
        >
          <SidePanel editing={editing} names={names} actions={actions} siteZone={siteZone} />
        </aside>
      </div>
      {publishing && state?.may.publish === true && (
        <PublishPanel
          state={state}
          act={editing.act}
          actions={actions}
          siteZone={siteZone}
          onClose={() => setPublishing(false)}
          onDone={closeSaying}
        />
      )}
      {publishing && state?.may.publish === false && (
        <SubmitPanel
          state={state}
          act={editing.act}
          submit={actions.submitForReview}
          onClose={() => setPublishing(false)}
          onDone={closeSaying}
        />
      )}
      {editing.conflict !== null && (
        <ConflictDialog
          editing={editing}
          conflict={editing.conflict}
          onTheirs={(mine) =>
            setKept({ content: mine, version: editing.conflict?.version ?? 0, at: new Date() })
          }
        />
      )}
    </div>
  )
}

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
})
