import { ChevronDown, X } from 'lucide-react'
import type { FilingAct } from '@/components/admin/bulk-dialog'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { DeskFilter } from '@/domain/posts/desk-queries'

export type PlainAct = 'trash' | 'restore' | 'unpublish' | 'return'

type Props = {
  count: number
  status: DeskFilter
  /** Whether this person may change whose names stand above posts. */
  bylines: boolean
  busy: boolean
  onAct: (act: PlainAct) => void
  onFile: (act: FilingAct) => void
  onClear: () => void
}

const filing: [FilingAct, string][] = [
  ['tag', 'Add tags…'],
  ['untag', 'Take tags off…'],
  ['join-series', 'Add to a series…'],
  ['leave-series', 'Take out of a series…'],
  ['byline', 'Change authors…'],
]

export function BulkBar({ count, status, bylines, busy, onAct, onFile, onClear }: Props) {
  const button = (act: PlainAct, label: string) => (
    <Button size="small" busy={busy} onClick={() => onAct(act)}>
      {label}
    </Button>
  )
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
      {status === 'trashed' && button('restore', 'Restore')}
      {status !== 'trashed' && (
        <>
          <Menu
            label="File"
            look={{ size: 'small' }}
            trigger={
              <>
                File
                <ChevronDown aria-hidden />
              </>
            }
          >
            {filing
              .filter(([act]) => act !== 'byline' || bylines)
              .map(([act, label]) => (
                <MenuItem key={act} onSelect={() => onFile(act)}>
                  {label}
                </MenuItem>
              ))}
          </Menu>
          {status === 'submitted' ? button('return', 'Return') : button('unpublish', 'Back to draft')}
          {button('trash', 'Move to trash')}
        </>
      )}
    </div>
  )
}
