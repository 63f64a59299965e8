import type { ReactNode } from 'react'

/** A page of the desk that is made of a few forms below one another. */
export function PersonPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-8 px-4 py-6 sm:px-6">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {children}
    </div>
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
