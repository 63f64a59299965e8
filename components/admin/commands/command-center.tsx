'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { type Command, CommandContext } from '@/components/admin/commands/use-commands'
import type { FindTitles } from '@/components/admin/commands/use-titles'
import type { Place } from '@/components/admin/desk-nav'
import { isWaitedFor, useDeskKeys } from '@/components/admin/use-desk-keys'
import { mayLeave } from '@/components/ui/leaving'
import { useLater } from '@/components/ui/use-later'

const loadMenu = async () => (await import('@/components/admin/commands/command-menu')).CommandMenu
const loadMap = async () => (await import('@/components/admin/commands/keyboard-map')).KeyboardMap

type Props = { places: Place[]; findTitles: FindTitles; children: ReactNode }
type Shown = { is: 'menu'; commands: Command[] } | { is: 'keys' }

/** Ctrl/⌘-K everywhere at the desk, and `?` where nobody types. Their scripts come after the page's. */
export function CommandCenter({ places, findTitles, children }: Props) {
  const router = useRouter()
  const [shown, setShown] = useState<Shown | null>(null)
  const [Menu, withMenu] = useLater(loadMenu)
  const [KeyMap, withMap] = useLater(loadMap)
  const [registry] = useState(() => new Set<() => Command[]>())

  const open = () => withMenu(() => setShown({ is: 'menu', commands: [...registry].flatMap((ask) => ask()) }))
  const showKeys = () => withMap(() => setShown({ is: 'keys' }))
  const openLater = useEffectEvent(open)
  useDeskKeys({
    '?': showKeys,
    n: () => {
      if (mayLeave()) router.push('/admin/posts/new')
    },
  })
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return
      if (event.key.toLowerCase() !== 'k' || event.isComposing) return
      event.preventDefault()
      if (!isWaitedFor()) openLater()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <CommandContext value={{ registry, open }}>
      {children}
      {shown?.is === 'menu' && Menu !== null && (
        <Menu
          commands={shown.commands}
          places={places}
          findTitles={findTitles}
          onKeys={showKeys}
          onClose={() => setShown(null)}
        />
      )}
      {shown?.is === 'keys' && KeyMap !== null && <KeyMap onClose={() => setShown(null)} />}
    </CommandContext>
  )
}
