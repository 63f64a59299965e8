'use client'

import type { EditorView } from '@codemirror/view'
import { useRef, useState } from 'react'
import { ConflictDialog } from '@/components/editor/conflict-dialog'
import type { EditorActions } from '@/components/editor/editor-actions'
import { EditorBar } from '@/components/editor/editor-bar'
import { KeptText } from '@/components/editor/kept-text'
import { placesOf } from '@/components/editor/keeping/merge'
import type { Clash, News } from '@/components/editor/keeping/snapshot'
import { LivePreview } from '@/components/editor/live-preview'
import { PublishPanel } from '@/components/editor/publish-panel'
import { SidePanel } from '@/components/editor/side-panel'
import { SignInAgain } from '@/components/editor/sign-in-again'
import { SubmitPanel } from '@/components/editor/submit-panel'
import { useBarHeight } from '@/components/editor/use-bar-height'
import { useEditorCommands } from '@/components/editor/use-editor-commands'
import { useGoing } from '@/components/editor/use-going'
import { useLeaveGuard } from '@/components/editor/use-leave-guard'
import { usePane } from '@/components/editor/use-pane'
import { usePostEditor } from '@/components/editor/use-post-editor'
import { useScrollInStep } from '@/components/editor/use-scroll-in-step'
import { WritingArea } from '@/components/editor/writing-area'
import { Receipt } from '@/components/schedule/receipt'
import { useToast } from '@/components/ui/toast'
import { useMedia } from '@/components/ui/use-media'
import type { Place } from '@/domain/findings/finding'
import type { DeskNames } from '@/domain/posts/desk-names'
import type { DeskState } from '@/domain/posts/desk-post'
import type { PostContent } from '@/domain/posts/schema'

type Props = {
  content: PostContent
  state: DeskState | null
  /** The id of the person who writes. */
  person: string
  names: DeskNames
  siteZone: string
  actions: EditorActions
}

/** One post: its text, the preview beside it, and everything about it. */
export function PostEditor({ content, state: initialState, person, names, siteZone, actions }: Props) {
  const toast = useToast()
  const editing = usePostEditor({ initial: content, initialState, person, actions, onNews: tell })
  const { state, manuscript } = editing
  const [pane, showPane] = usePane()
  const [details, setDetails] = useState(true)
  const [publishing, setPublishing] = useState(false)
  const [signingIn, setSigningIn] = useState(false)
  const [uploading, setUploading] = useState(0)
  const [root, preview] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const [view, setView] = useState<EditorView | null>(null)
  const isSplit = useMedia(details ? '(min-width: 96rem)' : '(min-width: 64rem)')
  useLeaveGuard(editing.dirty || uploading > 0)
  useBarHeight(root)
  useScrollInStep({ view, pane: preview, active: isSplit })

  function tell(news: News) {
    if ('created' in news) window.history.replaceState(null, '', `/admin/posts/${news.created}`)
    if ('merged' in news) toast({ title: `What ${news.merged} changed meanwhile is merged into your text` })
    if ('recovered' in news) toast({ title: `Your text from ${moment.format(news.recovered)} is back` })
  }
  async function openPublishing() {
    if ((await editing.save()) !== null) setPublishing(true)
  }
  function closeSaying(sentence: string) {
    setPublishing(false)
    toast({ title: sentence })
  }
  useEditorCommands({
    editing,
    view,
    onSave: () => void editing.save(),
    onPublish: () => void openPublishing(),
    onPane: showPane,
    onDetails: () => setDetails(!details),
  })
  const go = useGoing({ root, view, showPane, showDetails: setDetails })
  function closeAndGo(place: Place) {
    setPublishing(false)
    go(place)
  }

  const split = details ? '2xl:grid-cols-2' : 'lg:grid-cols-2'
  const beside = details ? '2xl:!block' : 'lg:!block'
  const rolling = details
    ? '2xl:sticky 2xl:top-(--bar) 2xl:h-[calc(100dvh-var(--bar))] 2xl:overflow-y-auto 2xl:border-l'
    : 'lg:sticky lg:top-(--bar) lg:h-[calc(100dvh-var(--bar))] lg:overflow-y-auto lg:border-l'
  return (
    <div ref={root} className="flex min-h-dvh flex-col">
      <EditorBar
        editing={editing}
        actions={actions}
        pane={pane}
        onPane={showPane}
        details={details}
        onDetails={setDetails}
        onPublish={() => void openPublishing()}
        onSignIn={() => setSigningIn(true)}
      />
      {editing.left.map((left) => (
        <KeptText
          key={left.window}
          sentence={`This device has a text from ${moment.format(left.at)} that was not saved${nameOf(left.content)}.`}
          content={left.content}
          onUse={editing.state?.may.edit === false ? null : () => manuscript.use(left)}
          onDrop={() => manuscript.discard(left)}
        />
      ))}
      <div className={`flex-1 ${details ? 'lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]' : ''}`}>
        <div className={`min-w-0 ${split} ${details ? '2xl:grid' : 'lg:grid'}`}>
          <div
            className={`min-w-0 ${pane === 'write' ? '' : 'hidden'} ${pane === 'details' ? 'lg:!block' : ''} ${beside}`}
          >
            <WritingArea
              editing={editing}
              view={view}
              onView={setView}
              actions={actions}
              onUploading={setUploading}
            />
          </div>
          <div
            ref={preview}
            tabIndex={isSplit ? 0 : undefined}
            className={`min-w-0 border-line px-4 py-6 md:px-8 ${pane === 'preview' ? '' : 'hidden'} ${beside} ${rolling}`}
          >
            <LivePreview
              fields={editing.fields}
              manuscript={manuscript}
              preview={actions.preview}
              hidden={!isSplit && pane !== 'preview'}
            />
          </div>
        </div>
        <aside
          aria-label="Details"
          className={`border-line bg-canvas px-4 py-5 ${pane === 'details' ? '' : 'max-lg:hidden'} ${details ? 'lg:border-l' : 'lg:hidden'}`}
        >
          <SidePanel editing={editing} names={names} actions={actions} siteZone={siteZone} />
          {state !== null && (
            <Receipt postId={state.id} state={state.sentence} zone={state.zone} load={actions.receipt} />
          )}
        </aside>
      </div>
      {publishing && state?.may.publish === true && (
        <PublishPanel
          state={state}
          act={editing.act}
          actions={actions}
          siteZone={siteZone}
          onGo={closeAndGo}
          onClose={() => setPublishing(false)}
          onDone={closeSaying}
        />
      )}
      {publishing && state?.may.publish === false && (
        <SubmitPanel
          state={state}
          act={editing.act}
          actions={actions}
          onGo={closeAndGo}
          onClose={() => setPublishing(false)}
          onDone={closeSaying}
        />
      )}
      {editing.clash !== null && (
        <ConflictDialog key={questionOf(editing.clash)} manuscript={manuscript} clash={editing.clash} />
      )}
      {signingIn && (
        <SignInAgain
          onClose={() => setSigningIn(false)}
          onDone={() => {
            setSigningIn(false)
            void editing.save()
          }}
        />
      )}
    </div>
  )
}

function nameOf({ title }: PostContent): string {
  return title === '' ? '' : `: “${title}”`
}

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
})

/** Choices that were made for one question do not hold for another, whose sides may be turned round. */
function questionOf({ left, version, merge }: Clash): string {
  return `${left?.window} ${version} ${placesOf(merge)}`
}
