'use client'

import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'

type Props<Value extends string> = {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

export function RadioList<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(chosen) =>
        options.filter((option) => option.value === chosen).forEach((option) => onChange(option.value))
      }
      className="flex flex-col gap-1"
    >
      {options.map((option) => (
        <label key={option.value} className="flex min-h-8 cursor-pointer items-center gap-2.5">
          <Radio.Root
            value={option.value}
            className="grid size-4 shrink-0 place-items-center rounded-full border border-edge bg-surface data-checked:border-accent data-checked:bg-accent"
          >
            <Radio.Indicator className="size-1.5 rounded-full bg-on-accent" />
          </Radio.Root>
          {option.label}
        </label>
      ))}
    </RadioGroup>
  )
}
