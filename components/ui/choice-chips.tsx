'use client'

import { Combobox } from '@base-ui/react/combobox'
import { Check, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { controlStyle } from '@/components/ui/control-style'
import { popupItemStyle, popupStyle } from '@/components/ui/popup-style'

type Props = {
  label: string
  value: string[]
  options: string[]
  onChange: (value: string[]) => void
  placeholder: string
  /** Whether a word that is no option yet can be added. */
  creatable?: boolean
}

/** Several words out of many, with suggestions while one types. Enter or a comma adds a new one. */
export function ChoiceChips({ label, value, options, onChange, placeholder, creatable = false }: Props) {
  const [typed, setTyped] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const word = typed.replace(/\s+/g, ' ').trim()
  const isNew = creatable && word !== '' && ![...options, ...value].some((option) => same(option, word))
  const all = [...new Set([...value, ...options])]

  function add() {
    const known = all.find((option) => same(option, word))
    if (word === '' || (known === undefined && !creatable)) return
    if (!value.some((chosen) => same(chosen, word))) onChange([...value, known ?? word])
    setTyped('')
  }

  return (
    <Combobox.Root
      items={isNew ? [...all, word] : all}
      multiple
      value={value}
      onValueChange={(chosen) => {
        onChange(chosen)
        setTyped('')
      }}
      inputValue={typed}
      onInputValueChange={setTyped}
      autoHighlight
    >
      <Combobox.Chips
        ref={box}
        className={`${controlStyle} flex flex-wrap items-center gap-1 px-1.5 py-1 has-[input:disabled]:opacity-60 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent`}
      >
        {value.map((chosen) => (
          <Combobox.Chip
            key={chosen}
            className="flex items-center gap-0.5 rounded bg-hover pl-2 text-[0.8125rem] outline-offset-0"
          >
            {chosen}
            <Combobox.ChipRemove
              aria-label={`Remove ${chosen}`}
              className="grid size-6 place-items-center rounded text-muted hover:text-ink"
            >
              <X aria-hidden className="size-3" />
            </Combobox.ChipRemove>
          </Combobox.Chip>
        ))}
        <Combobox.Input
          aria-label={label}
          placeholder={value.length === 0 ? placeholder : ''}
          onKeyDown={(event) => {
            if (event.key !== ',') return
            event.preventDefault()
            add()
          }}
          className="h-7 min-w-20 flex-1 bg-transparent px-1 outline-none placeholder:text-muted"
        />
      </Combobox.Chips>
      <Combobox.Portal>
        <Combobox.Positioner anchor={box} className="z-50" sideOffset={4}>
          <Combobox.Popup className={`${popupStyle} max-h-[min(16rem,var(--available-height))]`}>
            <Combobox.Empty className="px-2.5 py-1.5 text-muted empty:hidden">Nothing fits.</Combobox.Empty>
            <Combobox.List>
              {(option: string) => (
                <Combobox.Item key={option} value={option} className={popupItemStyle}>
                  <span className="flex-1">{isNew && option === word ? `Add “${option}”` : option}</span>
                  <Combobox.ItemIndicator>
                    <Check aria-hidden />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
