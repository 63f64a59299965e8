'use client'

import { Select as BaseSelect } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { controlStyle } from '@/components/ui/control-style'
import { popupItemStyle, popupStyle } from '@/components/ui/popup-style'

export type Option<Value extends string> = { value: Value; label: string }

type Props<Value extends string> = {
  value: Value
  options: readonly Option<Value>[]
  onChange: (value: Value) => void
  /** The accessible name when no `Field` around it gives one. */
  label?: string
  name?: string
}

export function Select<Value extends string>({ value, options, onChange, label, name }: Props<Value>) {
  return (
    <BaseSelect.Root
      items={options}
      value={value}
      onValueChange={(chosen) => chosen !== null && onChange(chosen)}
      {...(name === undefined ? {} : { name })}
    >
      <BaseSelect.Trigger
        {...(label === undefined ? {} : { 'aria-label': label })}
        className={`${controlStyle} flex items-center justify-between gap-2 text-left`}
      >
        <BaseSelect.Value className="truncate" />
        <BaseSelect.Icon>
          <ChevronsUpDown aria-hidden className="size-3.5 text-muted" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner className="z-50" sideOffset={4} alignItemWithTrigger={false}>
          <BaseSelect.Popup className={`${popupStyle} max-h-[min(20rem,var(--available-height))]`}>
            <BaseSelect.List>
              {options.map((option) => (
                <BaseSelect.Item key={option.value} value={option.value} className={popupItemStyle}>
                  <BaseSelect.ItemText className="flex-1">{option.label}</BaseSelect.ItemText>
                  <BaseSelect.ItemIndicator>
                    <Check aria-hidden className="size-3.5" />
                  </BaseSelect.ItemIndicator>
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  )
}
