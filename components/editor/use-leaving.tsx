'use client'

import { useState } from 'react'
import { askServer } from '@/components/editor/ask-server'
import type { EditorActions } from '@/components/editor/editor-actions'
import { LeavingDialog } from '@/components/editor/leaving-dialog'
import type { LinksHere } from '@/domain/links/queries'

/** Ways in which a post leaves its readers. */
export type Leaving = 'unpublish' | 'trash' | 'remove'
type Props = { id: string; linksHere: EditorActions['linksHere']; onTrouble: (sentence: string) => void }

/**
 * Before a post leaves, asks who links to it: when somebody does, or when there is no way back, a person says yes first. `dialog` is
 * what asks.
 */
export function useLeaving({ id, linksHere, onTrouble }: Props) {
  const [asked, setAsked] = useState<{ leaving: Leaving; links: LinksHere; go: () => Promise<void> } | null>(
    null,
  )

  async function leave(leaving: Leaving, go: () => Promise<void>) {
    const answer = await askServer(() => linksHere(id))
    if (!answer.ok) return onTrouble(answer.sentence)
    if (answer.value.total === 0 && leaving !== 'remove') return go()
    setAsked({ leaving, links: answer.value, go })
  }

  const dialog = asked !== null && (
    <LeavingDialog
      leaving={asked.leaving}
      links={asked.links}
      onClose={() => setAsked(null)}
      onGo={async () => {
        await asked.go()
        setAsked(null)
      }}
    />
  )
  return { leave, dialog }
}
