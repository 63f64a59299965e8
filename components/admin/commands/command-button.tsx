'use client'

import { Search } from 'lucide-react'
import { useContext } from 'react'
import { CommandContext } from '@/components/admin/commands/use-commands'

/** The command menu for those who do not know its key yet. */
export function CommandButton() {
  const { open } = useContext(CommandContext)
  return (
    <button
      type="button"
      onClick={open}
      aria-label="Find or do"
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-9 shrink-0 items-center gap-2 rounded-md border border-line bg-surface px-2 text-muted hover:border-edge hover:text-ink max-md:w-9 max-md:justify-center max-md:border-transparent max-md:bg-transparent"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span aria-hidden className="flex-1 text-left max-md:hidden">
        Find or do
      </span>
      <kbd aria-hidden className="font-sans text-xs max-md:hidden">
        Ctrl K
      </kbd>
    </button>
  )
}
