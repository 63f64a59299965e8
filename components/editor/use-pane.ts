import { useLayoutEffect, useRef, useState } from 'react'
import type { Pane } from '@/components/editor/editor-bar'

/** Which part of the editor is shown where there is room for one only; each keeps its place while another is shown. */
export function usePane() {
  const [pane, setPane] = useState<Pane>('write')
  const places = useRef<Partial<Record<Pane, number>>>({})

  useLayoutEffect(() => {
    window.scrollTo({ top: places.current[pane] ?? 0, behavior: 'instant' })
  }, [pane])

  function show(next: Pane) {
    places.current[pane] = window.scrollY
    setPane(next)
  }
  return [pane, show] as const
}
