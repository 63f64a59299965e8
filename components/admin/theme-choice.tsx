'use client'

import { useState } from 'react'
import { chooseTheme, themeOf } from '@/components/admin/theme'
import { MenuChoices } from '@/components/ui/menu'

const OPTIONS = [
  { value: 'system', label: 'Theme of the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** Only ever shown in a menu that was opened: there is a document then. */
export function ThemeChoice() {
  const [chosen, setChosen] = useState(() => themeOf(document.documentElement.dataset.theme))
  return (
    <div className="my-1 border-y border-line py-1">
      <MenuChoices
        label="Theme"
        value={chosen ?? 'system'}
        options={OPTIONS}
        onChange={(value) => {
          const theme = themeOf(value)
          chooseTheme(theme)
          setChosen(theme)
        }}
      />
    </div>
  )
}
