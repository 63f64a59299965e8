'use client'

import { type ComponentType, useEffect, useRef, useState } from 'react'
import { useToast } from '@/components/ui/toast'

/**
 * A component that the page does without at first: its script comes when the browser has nothing else to do, or when it is asked
 * for before. Answers null until it is there, and a function that runs something once it is or says that it cannot be loaded.
 */
export function useLater<Props>(load: () => Promise<ComponentType<Props>>) {
  const [loaded, setLoaded] = useState<ComponentType<Props> | null>(null)
  const loading = useRef(load)
  const toast = useToast()

  useEffect(() => {
    let current = true
    const whenIdle = () =>
      // It is no trouble yet: whoever asks for it is told.
      void loading.current().then((component) => current && setLoaded(() => component), reportError)
    const timer = setTimeout(whenIdle, AFTER)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [])

  async function whenLoaded(run: () => void): Promise<void> {
    try {
      const component = await loading.current()
      setLoaded(() => component)
      run()
    } catch (error) {
      reportError(error)
      toast({ title: 'This could not be loaded: the server does not answer.' })
    }
  }
  return [loaded, (run: () => void) => void whenLoaded(run)] as const
}

/** Of milliseconds: the page has painted and can be used by then. */
const AFTER = 1_500
