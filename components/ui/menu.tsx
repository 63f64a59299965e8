'use client'

import { Menu as BaseMenu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { buttonStyle, type ButtonLook } from '@/components/ui/button-style'
import { popupItemStyle, popupStyle } from '@/components/ui/popup-style'

type Props = { label: string; trigger: ReactNode; children: ReactNode; look?: ButtonLook; className?: string }

/** A button that opens a list of acts. `label` names it for those who do not see the icon. */
export function Menu({
  label,
  trigger,
  children,
  look = { variant: 'quiet', size: 'icon' },
  className = '',
}: Props) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger aria-label={label} className={`${buttonStyle(look)} ${className}`}>
        {trigger}
      </BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner className="z-50" sideOffset={4} align="end">
          <BaseMenu.Popup className={`${popupStyle} min-w-44`}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

type ItemProps = { children: ReactNode; onSelect: () => void; danger?: boolean }

export function MenuItem({ children, onSelect, danger = false }: ItemProps) {
  return (
    <BaseMenu.Item onClick={onSelect} className={`${popupItemStyle} ${danger ? 'text-danger' : ''}`}>
      {children}
    </BaseMenu.Item>
  )
}

export function MenuLink({ children, href }: { children: ReactNode; href: string }) {
  return (
    <BaseMenu.LinkItem href={href} className={popupItemStyle}>
      {children}
    </BaseMenu.LinkItem>
  )
}
