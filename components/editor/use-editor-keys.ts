'use client'

import { useEffect } from 'react'

/** Ctrl/⌘-S saves, Ctrl/⌘-Enter opens the publish panel. */
export function useEditorKeys({ onSave, onPublish }: { onSave: () => void; onPublish: () => void }): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return
      if (event.key !== 's' && event.key !== 'Enter') return
      event.preventDefault()
      if (event.key === 's') onSave()
      else onPublish()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}
