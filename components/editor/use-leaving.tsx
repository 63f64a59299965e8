'use client'

import { useState } from 'react'
import { askServer } from '@/components/editor/ask-server'
import type { EditorActions } from '@/components/editor/editor-actions'
import { useLater } from '@/components/ui/use-later'
import type { LinksHere } from '@/domain/links/queries'

const loadDialog = async () => (await import('@/components/editor/leaving-dialog')).LeavingDialog

/** Ways in which a post leaves its readers. */
export type Leaving = 'unpublish' | 'trash' | 'remove'
type Asked = { leaving: Leaving; count: number; links: LinksHere; go: () => Promise<void> }
type Props = { ids: string[]; linksHere: EditorActions['linksHere']; onTrouble: (sentence: string) => void }

/**
 * Before posts leave, asks who links to them: when somebody does, or when there is no way back, a person says yes first. `dialog` is
 * what asks.
 */
export function useLeaving({ ids, linksHere, onTrouble }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null)
  /** While the server looks who links to them. */
  const [asking, setAsking] = useState(false)
  const [LeavingDialog, withDialog] = useLater(loadDialog)

  async function leave(leaving: Leaving, go: () => Promise<void>) {
    setAsking(true)
    const answer = await askServer(() => linksHere(ids))
    setAsking(false)
    if (!answer.ok) return onTrouble(answer.sentence)
    if (answer.value.total === 0 && leaving !== 'remove') return go()
    withDialog(() => setAsked({ leaving, count: ids.length, links: answer.value, go }))
  }

  const dialog = asked !== null && LeavingDialog !== null && (
    <LeavingDialog
      count={asked.count}
      leaving={asked.leaving}
      links={asked.links}
      onClose={() => setAsked(null)}
      onGo={async () => {
        await asked.go()
        setAsked(null)
      }}
    />
  )
  return { leave, asking, dialog }
}
