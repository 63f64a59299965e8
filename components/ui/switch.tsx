'use client'

import { Switch as BaseSwitch } from '@base-ui/react/switch'

type Props = { label: string; checked: boolean; onChange: (checked: boolean) => void; hint?: string }

export function Switch({ label, checked, onChange, hint }: Props) {
  return (
    <label className="flex cursor-pointer items-start justify-between gap-3 py-0.5">
      <span className="min-w-0">
        <span className="text-[0.8125rem] font-medium">{label}</span>
        {hint !== undefined && <span className="block text-xs text-muted">{hint}</span>}
      </span>
      <BaseSwitch.Root
        checked={checked}
        onCheckedChange={onChange}
        className="relative mt-0.5 flex h-5 w-9 shrink-0 rounded-full border border-edge bg-hover p-px transition-colors data-checked:border-accent data-checked:bg-accent"
      >
        <BaseSwitch.Thumb className="aspect-square h-full rounded-full bg-edge transition-transform data-checked:translate-x-4 data-checked:bg-on-accent" />
      </BaseSwitch.Root>
    </label>
  )
}
