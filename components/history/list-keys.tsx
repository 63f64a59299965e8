'use client'

import type { KeyboardEvent, ReactNode } from 'react'

/** The arrow keys go from row to row, besides Tab. A row is what has `data-row`. */
export function ListKeys({ children }: { children: ReactNode }) {
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const step = STEPS[event.key]
    if (step === undefined) return
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
    const at = rows.findIndex((row) => row === document.activeElement)
    const next = rows[at + step]
    if (at === -1 || next === undefined) return
    event.preventDefault()
    next.focus()
  }
  return <div onKeyDown={move}>{children}</div>
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
