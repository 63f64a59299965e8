'use client'

import { useRef } from 'react'
import { useDeskKeys } from '@/components/admin/use-desk-keys'

/** The keys of a list of posts: j and k go through its titles, x chooses, z takes back, / searches. */
export function useListKeys({ onUndo }: { onUndo: (() => void) | null }) {
  const table = useRef<HTMLTableElement>(null)

  function step(by: 1 | -1) {
    const links = [...(table.current?.querySelectorAll<HTMLElement>('tbody a[href]') ?? [])]
    const row = document.activeElement?.closest('tr') ?? null
    const at = links.findIndex((link) => row?.contains(link))
    const next = at === -1 && by === -1 ? links.length - 1 : at + by
    links[Math.max(0, Math.min(links.length - 1, next))]?.focus()
  }
  function choose() {
    document.activeElement?.closest('tr')?.querySelector<HTMLElement>('input[type=checkbox]')?.click()
  }

  useDeskKeys({
    j: () => step(1),
    k: () => step(-1),
    x: choose,
    z: () => onUndo?.(),
    '/': () => document.querySelector<HTMLInputElement>('[role=search] input[type=search]')?.select(),
  })
  return table
}
