'use client'

import { useState } from 'react'
import type { EditorActions } from '@/components/editor/editor-actions'
import { FindingsList } from '@/components/editor/findings-list'
import { useFindings } from '@/components/editor/use-findings'
import type { PostEditing } from '@/components/editor/use-post-editor'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { Place } from '@/domain/findings/finding'
import type { DeskState } from '@/domain/posts/desk-post'

type Props = {
  state: DeskState
  act: PostEditing['act']
  actions: EditorActions
  onGo: (place: Place) => void
  onClose: () => void
  onDone: (sentence: string) => void
}

/** What those have who may not publish: a way to tell an editor that a text is ready. */
export function SubmitPanel({ state, act, actions, onGo, onClose, onDone }: Props) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const findings = useFindings({ state, at: null, actions })

  async function run() {
    setBusy(true)
    setTrouble(null)
    const answer = await act(({ id, version }) => actions.submitForReview({ id, version }))
    setBusy(false)
    if (!answer.ok) return setTrouble(answer.sentence)
    onDone(answer.value.sentence)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={state.submitted ? 'Submitted for review' : 'Submit for review'}
      description={state.sentence}
      footer={
        state.submitted ? (
          <Button onClick={onClose}>Close</Button>
        ) : (
          <Button variant="primary" busy={busy} onClick={() => void run()}>
            Submit for review
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <Notice>
          {state.submitted
            ? 'It waits for an editor, who sees what you saved last. You can go on writing until then.'
            : 'An editor reads it and publishes it. You can go on writing until then.'}
        </Notice>
        {state.may.edit && <FindingsList findings={findings} onGo={onGo} />}
        {trouble !== null && <Notice tone="danger">{trouble}</Notice>}
      </div>
    </Dialog>
  )
}
