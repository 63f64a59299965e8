'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ImportActions } from '@/components/transfer/import-actions'
import { UndoDialog } from '@/components/transfer/undo-dialog'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { DeskImport } from '@/domain/transfer/desk-imports'
import type { UndoPlan } from '@/domain/transfer/undo-import'
import type { Answer } from '@/lib/answer'

type Props = { unit: DeskImport; actions: ImportActions }

/** What can be done with an import in the state it is in; each button says exactly what it does. */
export function ImportButtons({ unit, actions }: Props) {
  const router = useRouter()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [plan, setPlan] = useState<UndoPlan | null>(null)
  const { id, status, isRunning, hasSource, isUndoable, isCancelling } = unit
  const standsStill = status === 'cancelled' || status === 'failed' || (status === 'importing' && !isRunning)

  async function run<Value>(work: Promise<Answer<Value>>, then: (value: Value) => void) {
    setBusy(true)
    const answer = await work
    setBusy(false)
    if (answer.ok) then(answer.value)
    else toast({ title: answer.sentence })
  }
  const refresh = () => router.refresh()
  const leave = () => router.push('/admin/transfer')

  return (
    <div className="flex flex-wrap gap-2 empty:hidden">
      {status === 'rehearsed' && (
        <Button variant="primary" busy={busy} onClick={() => void run(actions.start(id), refresh)}>
          {importInWords(unit)}
        </Button>
      )}
      {standsStill && hasSource && (
        <Button busy={busy} onClick={() => void run(actions.start(id), refresh)}>
          Continue
        </Button>
      )}
      {(status === 'importing' || status === 'rehearsing') && (
        <Button busy={busy || isCancelling} onClick={() => void run(actions.cancel(id), refresh)}>
          {isCancelling ? 'Stopping' : 'Cancel'}
        </Button>
      )}
      {isUndoable && !isRunning && (
        <Button busy={busy} onClick={() => void run(actions.planUndo(id), setPlan)}>
          Undo this import
        </Button>
      )}
      {status === 'rehearsed' && (
        <Button variant="quiet" busy={busy} onClick={() => void run(actions.discard(id), leave)}>
          Discard
        </Button>
      )}
      {plan !== null && (
        <UndoDialog
          plan={plan}
          source={unit.source}
          onClose={() => setPlan(null)}
          onUndo={(edited) => {
            setPlan(null)
            void run(actions.undo({ id, edited }), refresh)
          }}
        />
      )}
    </div>
  )
}

/** `Import 12 files`: how many would change something here. */
function importInWords({ verdicts }: DeskImport): string {
  const { created = 0, updated = 0, revision = 0, moved = 0, kept = 0 } = verdicts
  const files = created + updated + revision + moved + kept
  if (files === 0) return 'Import, though nothing changed'
  return `Import ${files.toLocaleString('en')} ${files === 1 ? 'file' : 'files'}`
}
