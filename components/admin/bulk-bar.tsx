import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { BulkAct } from '@/domain/posts/bulk'

type Props = {
  count: number
  trashed: boolean
  busy: boolean
  onAct: (act: BulkAct) => void
  onClear: () => void
}

export function BulkBar({ count, trashed, busy, onAct, onClear }: Props) {
  return (
    <div
      role="toolbar"
      aria-label="With the chosen posts"
      className="sticky top-0 z-10 mb-2 flex flex-wrap items-center gap-2 rounded-lg border border-line bg-raised py-2 pr-3 pl-1.5 shadow-sm"
    >
      <Button size="icon" variant="quiet" aria-label="Clear the choice" onClick={onClear}>
        <X aria-hidden />
      </Button>
      <p aria-live="polite" className="flex-1 font-medium whitespace-nowrap">
        {count}
        <span className="max-sm:sr-only"> chosen</span>
      </p>
      {trashed ? (
        <Button size="small" busy={busy} onClick={() => onAct('restore')}>
          Restore
        </Button>
      ) : (
        <>
          <Button size="small" busy={busy} onClick={() => onAct('unpublish')}>
            Back to draft
          </Button>
          <Button size="small" busy={busy} onClick={() => onAct('trash')}>
            Move to trash
          </Button>
        </>
      )}
    </div>
  )
}
