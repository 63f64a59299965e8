'use client'

import { ArrowLeft, PanelRight } from 'lucide-react'
import Link from 'next/link'
import type { EditorActions } from '@/components/editor/editor-actions'
import { PostMenu } from '@/components/editor/post-menu'
import { SaveLine } from '@/components/editor/save-line'
import type { PostEditing } from '@/components/editor/use-post-editor'
import { StatusDot } from '@/components/admin/status-dot'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import type { DeskState } from '@/domain/posts/desk-post'

export type Pane = 'write' | 'preview' | 'details'

const panes: [Pane, string][] = [
  ['write', 'Write'],
  ['preview', 'Preview'],
  ['details', 'Details'],
]

type Props = {
  editing: PostEditing
  actions: EditorActions
  pane: Pane
  onPane: (pane: Pane) => void
  details: boolean
  onDetails: (shown: boolean) => void
  onPublish: () => void
  onSignIn: () => void
}

/** The state of the post in one sentence, the save line, and the two buttons that matter. */
export function EditorBar({
  editing,
  actions,
  pane,
  onPane,
  details,
  onDetails,
  onPublish,
  onSignIn,
}: Props) {
  const { state, status, dirty, save, act } = editing
  const trashed = state?.status === 'trashed'
  const isSettled =
    state?.status === 'live' &&
    state.may.publish &&
    state.unpublishedChanges === 0 &&
    state.ahead.length === 0 &&
    !dirty
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-surface px-4 pt-2 md:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pb-2">
        <Link
          href="/admin/posts"
          aria-label="All posts"
          className={`${buttonStyle({ variant: 'quiet', size: 'icon' })} -ml-2`}
        >
          <ArrowLeft aria-hidden />
        </Link>
        <div className="min-w-0 flex-1 max-sm:order-1 max-sm:basis-full">
          <h1 className="sr-only">{state === null ? 'New post' : 'Edit post'}</h1>
          <p className="flex items-start gap-1.5 text-[0.8125rem] font-medium text-balance">
            <StatusDot status={state?.status ?? 'draft'} />
            {state?.sentence ?? 'Draft, never published'}
          </p>
          <SaveLine status={status} onSignIn={onSignIn} />
        </div>
        <div className="flex items-center gap-1.5 max-sm:ml-auto">
          {!trashed && state?.may.edit !== false && (
            <Button busy={status.is === 'saving'} onClick={() => void save()}>
              Save
            </Button>
          )}
          {!trashed && (
            <Button
              variant={isSettled || (state?.submitted && !state.may.publish) ? 'plain' : 'primary'}
              onClick={onPublish}
              aria-keyshortcuts="Control+Enter Meta+Enter"
            >
              {isSettled ? 'Change date…' : publishLabel(state)}
            </Button>
          )}
          <Button
            variant="quiet"
            size="icon"
            aria-label="Details beside the text"
            aria-pressed={details}
            onClick={() => onDetails(!details)}
            className="max-lg:hidden"
          >
            <PanelRight aria-hidden />
          </Button>
          {state !== null && <PostMenu state={state} act={act} actions={actions} />}
        </div>
      </div>
      <div role="group" aria-label="Shown" className={`flex gap-5 ${details ? '2xl:hidden' : 'lg:hidden'}`}>
        {panes.map(([value, label]) => (
          <button
            key={value}
            type="button"
            aria-pressed={pane === value}
            onClick={() => onPane(value)}
            className={`-mb-px border-b-2 border-transparent py-1.5 text-[0.8125rem] font-medium text-muted -outline-offset-2 hover:text-ink aria-pressed:border-ink aria-pressed:text-ink ${value === 'details' ? 'lg:hidden' : ''}`}
          >
            {label}
          </button>
        ))}
      </div>
    </header>
  )
}

function publishLabel(state: DeskState | null): string {
  if (state?.may.publish === false) return state.submitted ? 'Submitted…' : 'Submit…'
  if (state?.status === 'scheduled') return 'Schedule…'
  return state?.status === 'live' ? 'Update…' : 'Publish…'
}
