import type { ReactNode } from 'react'
import { DeskPage } from '@/components/admin/desk-page'

/** A page of the desk that is made of a few forms below one another. */
export function PersonPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <DeskPage title={title} width="form">
      <div className="flex flex-col gap-8">{children}</div>
    </DeskPage>
  )
}

export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="text-base font-semibold">{title}</h2>
        {hint !== undefined && <p className="text-[0.8125rem] text-muted">{hint}</p>}
      </div>
      {children}
    </section>
  )
}
