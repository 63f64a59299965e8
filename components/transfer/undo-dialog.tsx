'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Switch } from '@/components/ui/switch'
import { undoInWords } from '@/domain/transfer/transfer'
import type { UndoPlan } from '@/domain/transfer/undo-import'

type Props = { plan: UndoPlan; source: string; onClose: () => void; onUndo: (edited: boolean) => void }

const LISTED = 20

/** Says what an undo will do before it is done, and names the posts that somebody worked on since. */
export function UndoDialog({ plan, source, onClose, onUndo }: Props) {
  const [edited, setEdited] = useState(false)
  const [worked, more] = [plan.edited.slice(0, LISTED), Math.max(0, plan.edited.length - LISTED)]
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Undo the import of ${source}`}
      description={undoInWords(plan)}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" onClick={() => onUndo(edited)}>
            Undo the import
          </Button>
        </>
      }
    >
      {worked.length > 0 && (
        <div className="flex flex-col gap-3">
          <div>
            <p>Changed here since, and therefore {edited ? 'only gone because you ask for it' : 'kept'}:</p>
            <ul className="mt-1 list-disc pl-5">
              {worked.map(({ id, title }) => (
                <li key={id} className="wrap-anywhere">
                  {title === '' ? 'Untitled' : title}
                </li>
              ))}
              {more > 0 && <li>{more.toLocaleString('en')} more</li>}
            </ul>
          </div>
          <Switch
            label="Undo these, too"
            hint="New posts go with everything written into them. Others keep it in their history."
            checked={edited}
            onChange={setEdited}
          />
        </div>
      )}
    </Dialog>
  )
}
