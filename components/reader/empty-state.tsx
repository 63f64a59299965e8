import type { ReactNode } from 'react'

/** What stands where a list would be: what is missing, and what to do. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      <p>{children}</p>
    </div>
  )
}
