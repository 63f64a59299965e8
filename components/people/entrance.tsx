import type { ReactNode } from 'react'

/** The calm page of one form that stands before the desk: sign-in, setup, reset. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-5 py-10">
      <header className="flex flex-col gap-1">
        <p className="text-sm text-muted">Octavo</p>
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
      </header>
      {children}
    </main>
  )
}
