import type { ReactNode } from 'react'

/** Text alone in a dialog: the keyboard comes to it, so that it can be scrolled. */
export function ReadingArea({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} tabIndex={0} className="rounded-sm outline-offset-4">
      {children}
    </div>
  )
}
