import { useId, type ReactNode } from 'react'

/** One half of the Transfer page: what comes in, or what goes out. */
export function TransferSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-3 not-first-of-type:mt-8 not-first-of-type:border-t not-first-of-type:border-line not-first-of-type:pt-5"
    >
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}
