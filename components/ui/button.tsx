'use client'

import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentProps } from 'react'
import { buttonStyle, type ButtonLook } from '@/components/ui/button-style'

type Props = Omit<ComponentProps<typeof BaseButton>, 'className'> &
  ButtonLook & { busy?: boolean; className?: string }

/** A busy button keeps its place and its focus, says so, and cannot be pressed twice. */
export function Button({
  className = '',
  variant,
  size,
  wide,
  busy = false,
  disabled,
  type = 'button',
  ...props
}: Props) {
  return (
    <BaseButton
      {...props}
      type={type}
      disabled={disabled === true || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy}
      className={`${buttonStyle({ variant, size, wide })} ${className}`}
    />
  )
}
