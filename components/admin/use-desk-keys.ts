'use client'

import { useEffect, useEffectEvent } from 'react'

/** Single keys that act on the page. They are quiet while somebody types, and while a dialog or a menu is open. */
export function useDeskKeys(keys: Record<string, () => void>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (isTyping(event.target) || isWaitedFor()) return
    const act = keys[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

const OPEN = '[role=dialog]:not([aria-modal=false]), [role=alertdialog], [role=menu], [role=listbox]'

/** Whether a dialog or a menu is open. A toast is a dialog too, but nothing waits for it. */
export function isWaitedFor(): boolean {
  return document.querySelector(OPEN) !== null
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target.isContentEditable || target.matches('textarea, select')
}
