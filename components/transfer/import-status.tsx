'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ImportButtons } from '@/components/transfer/import-buttons'
import type { ImportActions } from '@/components/transfer/import-actions'
import { ProgressBar } from '@/components/transfer/progress-bar'
import { Notice } from '@/components/ui/notice'
import type { DeskImport } from '@/domain/transfer/desk-imports'

const LOOK_MS = 1_000

type Props = { unit: DeskImport; begun: string; actions: ImportActions }

/** Where an import stands, what can be done now, and while it is at work how far it is. One can leave and come back. */
export function ImportStatus({ unit: served, begun, actions }: Props) {
  const unit = useProgress(served, actions.look)
  const isWorking = ['rehearsing', 'importing', 'undoing'].includes(unit.status)
  return (
    <section aria-label="Where it stands" className="mb-5 flex flex-col gap-3">
      {unit.status === 'failed' ? (
        <Notice tone="danger">{unit.sentence}</Notice>
      ) : (
        <p role="status" className="text-base wrap-anywhere">
          {unit.sentence}
        </p>
      )}
      {isWorking && (
        <ProgressBar label="Progress" done={unit.done} total={unit.total} text={unit.current ?? ''} />
      )}
      <Extras unit={unit} />
      <ImportButtons unit={unit} actions={actions} />
      <p className="text-xs text-muted">
        {begun}
        {unit.fileName === null ? '' : `, from ${unit.fileName}`}
      </p>
    </section>
  )
}

function Extras({ unit: { media, redirected, repaired, status } }: { unit: DeskImport }) {
  const parts = [
    media === 0
      ? null
      : `${media.toLocaleString('en')} ${media === 1 ? 'picture or sound' : 'pictures and sounds'}`,
    redirected === 0 ? null : `old addresses of ${redirected.toLocaleString('en')} files`,
    repaired === 0 ? null : `${repaired.toLocaleString('en')} files repaired`,
  ].filter((part) => part !== null)
  if (parts.length === 0 || status === 'undone') return null
  return <p className="text-muted">With it: {parts.join(', ')}.</p>
}

/** Asks every second while there is work, and shows the page anew when that ends. */
function useProgress(served: DeskImport, look: ImportActions['look']): DeskImport {
  const router = useRouter()
  const [seen, setSeen] = useState<{ of: DeskImport; now: DeskImport } | null>(null)
  const unit = seen?.of === served ? seen.now : served
  const isWorking = ['rehearsing', 'importing', 'undoing'].includes(served.status)
  useEffect(() => {
    if (!isWorking) return
    const timer = setInterval(() => void ask(), LOOK_MS)
    async function ask() {
      const answer = await look(served.id)
      if (!answer.ok && answer.code === 'not-found') return router.replace('/admin/transfer')
      if (!answer.ok) return
      setSeen({ of: served, now: answer.value })
      if (answer.value.status !== served.status) router.refresh()
    }
    return () => clearInterval(timer)
  }, [isWorking, look, router, served])
  return unit
}
