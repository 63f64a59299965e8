import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether the scripts of this page have come: false on the server and in the first moment. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
