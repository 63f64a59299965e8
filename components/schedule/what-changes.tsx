'use client'

import { useState } from 'react'
import type { EditorActions } from '@/components/editor/editor-actions'
import { Comparison } from '@/components/history/comparison'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { ReadingArea } from '@/components/ui/reading-area'
import type { FieldChange } from '@/domain/posts/compare'
import type { AheadChange } from '@/domain/posts/course'
import { momentInWords } from '@/lib/times-in-words'

type Props = { id: string; change: AheadChange; compare: EditorActions['compareChange'] }

/** What readers will see otherwise at the moment of a change, word by word. */
export function WhatChanges({ id, change, compare }: Props) {
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState<FieldChange[] | string | null>(null)
  const moment = momentInWords(change.at, change.zone)

  async function look() {
    setBusy(true)
    const answer = await compare({ id, change: change.id })
    setBusy(false)
    setShown(answer.ok ? answer.value : answer.sentence)
  }

  return (
    <>
      <Button size="small" busy={busy} onClick={() => void look()}>
        What will change
        <span className="sr-only"> on {moment}</span>
      </Button>
      <Dialog
        open={shown !== null}
        onOpenChange={(open) => !open && setShown(null)}
        title={`What will change on ${moment}`}
        description="Against the text that readers see until then. What is taken out is struck through, what is put in is underlined."
        width="wide"
      >
        {typeof shown === 'string' && <Notice tone="danger">{shown}</Notice>}
        {typeof shown === 'object' && shown !== null && (
          <ReadingArea label="Comparison">
            <Comparison changes={shown} same="Nothing: both are the same text." />
          </ReadingArea>
        )}
      </Dialog>
    </>
  )
}
