import { useSyncExternalStore } from 'react'

/** False on the server and until React has taken over the page; then true. */
export function useReady() {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}
