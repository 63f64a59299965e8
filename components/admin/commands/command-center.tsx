'use client'

import { useRouter } from 'next/navigation'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { type Command, CommandContext } from '@/components/admin/commands/use-commands'
import type { FindTitles } from '@/components/admin/commands/use-titles'
import type { Place } from '@/components/admin/desk-nav'
import { isWaitedFor, useDeskKeys } from '@/components/admin/use-desk-keys'
import { mayLeave } from '@/components/ui/leaving'

const CommandMenu = lazy(async () => {
  const { CommandMenu } = await import('@/components/admin/commands/command-menu')
  return { default: CommandMenu }
})
const KeyboardMap = lazy(async () => {
  const { KeyboardMap } = await import('@/components/admin/commands/keyboard-map')
  return { default: KeyboardMap }
})

type Props = { places: Place[]; findTitles: FindTitles; children: ReactNode }
type Shown = { is: 'menu'; commands: Command[] } | { is: 'keys' }

/** Ctrl/⌘-K everywhere at the desk, and `?` where nobody types. Both are loaded when they are first asked for. */
export function CommandCenter({ places, findTitles, children }: Props) {
  const router = useRouter()
  const [shown, setShown] = useState<Shown | null>(null)
  const [center] = useState(() => {
    const registry = new Set<() => Command[]>()
    const open = () => setShown({ is: 'menu', commands: [...registry].flatMap((ask) => ask()) })
    return { registry, open }
  })
  useDeskKeys({
    '?': () => setShown({ is: 'keys' }),
    n: () => {
      if (mayLeave()) router.push('/admin/posts/new')
    },
  })
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return
      if (event.key.toLowerCase() !== 'k' || event.isComposing) return
      event.preventDefault()
      if (!isWaitedFor()) center.open()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [center])

  return (
    <CommandContext value={center}>
      {children}
      <Suspense fallback={null}>
        {shown?.is === 'menu' && (
          <CommandMenu
            commands={shown.commands}
            places={places}
            findTitles={findTitles}
            onKeys={() => setShown({ is: 'keys' })}
            onClose={() => setShown(null)}
          />
        )}
        {shown?.is === 'keys' && <KeyboardMap onClose={() => setShown(null)} />}
      </Suspense>
    </CommandContext>
  )
}
