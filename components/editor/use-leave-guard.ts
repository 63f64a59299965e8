'use client'

import { useEffect } from 'react'
import { askedBeforeLeaving } from '@/components/ui/leaving'

const QUESTION = 'Some changes are not saved yet. Leave this page?'

/** Asks once before the page is left: by closing it, by a link inside the desk, or by signing out. */
export function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return
    function onClose(event: BeforeUnloadEvent) {
      event.preventDefault()
    }
    function ask(): boolean {
      if (!window.confirm(QUESTION)) return false
      window.removeEventListener('beforeunload', onClose)
      return true
    }
    function onClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0
      if (!(link instanceof HTMLAnchorElement) || elsewhere || link.target === '_blank') return
      if (link.origin !== window.location.origin || ask()) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', onClose)
    const stopAsking = askedBeforeLeaving(ask)
    document.addEventListener('click', onClick, { capture: true })
    return () => {
      stopAsking()
      window.removeEventListener('beforeunload', onClose)
      document.removeEventListener('click', onClick, { capture: true })
    }
  }, [dirty])
}
