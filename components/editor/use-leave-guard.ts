'use client'

import { useEffect } from 'react'

const QUESTION = 'Some changes are not saved yet. Leave this page?'

/** Asks before the page is left: by closing it, and by a link inside the desk. */
export function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return
    function onClose(event: BeforeUnloadEvent) {
      event.preventDefault()
    }
    function onClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0
      if (!(link instanceof HTMLAnchorElement) || elsewhere || link.target === '_blank') return
      if (link.origin !== window.location.origin || window.confirm(QUESTION)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', onClose)
    document.addEventListener('click', onClick, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', onClose)
      document.removeEventListener('click', onClick, { capture: true })
    }
  }, [dirty])
}
