'use client'

import { Combobox } from '@base-ui/react/combobox'
import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { controlStyle } from '@/components/ui/control-style'
import { popupItemStyle, popupStyle } from '@/components/ui/popup-style'

type Props = { value: string; onChange: (zone: string) => void; label?: string }

/** One of the world's time zones, found by typing a city. */
export function ZoneSelect({ value, onChange, label = 'Time zone' }: Props) {
  const [zones] = useState(() => [...new Set(['UTC', value, ...Intl.supportedValuesOf('timeZone')])])
  return (
    <Combobox.Root
      items={zones}
      value={value}
      onValueChange={(zone) => zone !== null && onChange(zone)}
      limit={60}
    >
      <div className="relative">
        <Combobox.Input aria-label={label} className={`${controlStyle} pr-8`} />
        <ChevronsUpDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-muted"
        />
      </div>
      <Combobox.Portal>
        <Combobox.Positioner className="z-50" sideOffset={4}>
          <Combobox.Popup className={`${popupStyle} max-h-[min(16rem,var(--available-height))]`}>
            <Combobox.Empty className="px-2.5 py-1.5 text-muted empty:hidden">
              No such time zone.
            </Combobox.Empty>
            <Combobox.List>
              {(zone: string) => (
                <Combobox.Item key={zone} value={zone} className={popupItemStyle}>
                  {zone.replaceAll('_', ' ')}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
