import { type RefObject, useEffect } from 'react'

/** Tells the styles inside `root` how tall its bar at the top is, as `--bar`: what sticks below it must know. */
export function useBarHeight(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const bar = root.current?.querySelector('header')
    if (!bar) return
    const watch = new ResizeObserver(() => root.current?.style.setProperty('--bar', `${bar.offsetHeight}px`))
    watch.observe(bar)
    return () => watch.disconnect()
  }, [root])
}
