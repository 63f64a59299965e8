'use client'

import { type ComponentProps, useSyncExternalStore } from 'react'

type Props = ComponentProps<'fieldset'> & {
  /** Whether what is typed can be kept, once the script is there. */
  ready?: boolean
}

const never = () => () => undefined

/**
 * Fields whose text a script keeps: before it has come nothing can be typed, as it would be lost. They look as they will look then,
 * because it takes a moment.
 */
export function ScriptedFields({ ready = true, disabled = false, className = '', ...rest }: Props) {
  const isHydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const waiting = !isHydrated || !ready
  const look = waiting ? '[&_:disabled]:opacity-100! [&_:has(input:disabled)]:opacity-100!' : ''
  return <fieldset {...rest} disabled={waiting || disabled} className={`${className} ${look}`} />
}
