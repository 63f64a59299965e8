'use client'

import { createContext, useContext, useEffect, useEffectEvent } from 'react'

/** Something that can be done from where one is. `keys` are those that do it without the menu. */
export type Command = { name: string; keys?: string; run: () => void }

type Center = {
  /** What the screens that are shown can do, asked for when the menu opens. */
  registry: Set<() => Command[]>
  open: () => void
}
export const CommandContext = createContext<Center>({ registry: new Set(), open: () => undefined })

/** Puts what this screen can do into the command menu, as long as it is shown. */
export function useCommands(commands: Command[]): void {
  const { registry } = useContext(CommandContext)
  const latest = useEffectEvent(() => commands)
  useEffect(() => {
    const ask = () => latest()
    registry.add(ask)
    return () => void registry.delete(ask)
  }, [registry])
}
