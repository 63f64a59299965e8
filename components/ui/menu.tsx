'use client'

import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
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

type ChoicesProps<Value extends string> = {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** One of a few, chosen inside a menu. */
export function MenuChoices<Value extends string>({ label, value, options, onChange }: ChoicesProps<Value>) {
  return (
    <BaseMenu.RadioGroup aria-label={label} value={value} onValueChange={onChange}>
      {options.map((option) => (
        <BaseMenu.RadioItem key={option.value} value={option.value} className={popupItemStyle}>
          <span className="flex-1">{option.label}</span>
          <BaseMenu.RadioItemIndicator>
            <Check aria-hidden />
          </BaseMenu.RadioItemIndicator>
        </BaseMenu.RadioItem>
      ))}
    </BaseMenu.RadioGroup>
  )
}
