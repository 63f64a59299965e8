import type { ReactNode } from 'react'

/** A part of the page Health; `empty` is said where there is nothing to show. */
export function HealthSection({
  title,
  empty,
  children,
}: {
  title: string
  empty?: string | null
  children: ReactNode
}) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{title}</h2>
      {empty ? <p className="text-muted">{empty}</p> : children}
    </section>
  )
}
