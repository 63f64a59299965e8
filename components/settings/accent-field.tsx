'use client'

import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { contrast } from '@/lib/contrast'

type Props = { value: string; onChange: (color: string) => void; error: string | null }

const PAPER = '#fcfaf6'
const NIGHT = '#171513'
/** What WCAG 2.2 AA asks of text. */
const ENOUGH = 4.5

/** The colour of links; the site darkens or lightens it where it would be hard to read, and this says whether it has to. */
export function AccentField({ value, onChange, error }: Props) {
  const isColor = /^#[0-9a-f]{6}$/i.test(value)
  return (
    <Field
      label="Accent colour"
      error={error}
      hint={isColor ? hintOf(value) : 'A colour looks like #a4341f.'}
    >
      <div className="flex gap-2">
        <input
          type="color"
          aria-label="Pick the accent colour"
          value={isColor ? value : '#000000'}
          onChange={(event) => onChange(event.target.value)}
          className="h-9 w-12 shrink-0 rounded-md border border-edge bg-surface p-1"
        />
        <TextInput value={value} spellCheck={false} onChange={(event) => onChange(event.target.value)} />
      </div>
    </Field>
  )
}

function hintOf(color: string): string {
  const [day, night] = [contrast(color, PAPER), contrast(color, NIGHT)]
  const told = `Contrast ${day.toFixed(1)}:1 on light paper, ${night.toFixed(1)}:1 on dark.`
  if (day >= ENOUGH && night >= ENOUGH) return `${told} Easy to read on both.`
  const mended = [
    day < ENOUGH ? 'darkens it on light paper' : null,
    night < ENOUGH ? 'lightens it on dark' : null,
  ]
  return `${told} The site ${mended.filter(Boolean).join(' and ')}, so that links stay easy to read.`
}
