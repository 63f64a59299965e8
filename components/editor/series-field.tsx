'use client'

import type { PostEditing } from '@/components/editor/use-post-editor'
import { ChoiceChips } from '@/components/ui/choice-chips'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'

/** The series a post is part of, and its place in each; without a place it follows by date. */
export function SeriesField({ editing, options }: { editing: PostEditing; options: string[] }) {
  const { fields: content, change, errorOf } = editing
  const { series } = content
  return (
    <div className="flex flex-col gap-2">
      <Field label="Series" error={errorOf('series')}>
        <ChoiceChips
          label="Series"
          value={series.map(({ name }) => name)}
          options={options}
          onChange={(names) =>
            change({
              series: names.map(
                (name) => series.find((part) => part.name === name) ?? { name, position: null },
              ),
            })
          }
          placeholder="Add to a series"
          creatable
        />
      </Field>
      {series.map(({ name, position }) => (
        <Field key={name} label={`Part number in “${name}”`}>
          <TextInput
            type="number"
            min={0}
            max={100_000}
            placeholder="By date"
            value={position ?? ''}
            onChange={(event) => {
              const number = event.target.value === '' ? null : Math.trunc(Number(event.target.value))
              change({
                series: series.map((part) => (part.name === name ? { name, position: number } : part)),
              })
            }}
          />
        </Field>
      ))}
    </div>
  )
}
