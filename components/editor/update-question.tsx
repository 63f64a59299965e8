import type { Telling } from '@/components/editor/publish-plan'
import { Field } from '@/components/ui/field'
import { RadioList } from '@/components/ui/radio-list'
import { TextArea } from '@/components/ui/text-input'

type Props = { telling: Telling; onChange: (telling: Telling) => void }

const options = [
  { value: 'fix', label: 'As a quiet fix: the date stays, nobody is told' },
  { value: 'update', label: 'As a real update: dated today, feeds tell readers' },
] as const

/** Asks once how readers hear of an update. */
export function UpdateQuestion({ telling, onChange }: Props) {
  const { announce, correction } = telling
  return (
    <div className="flex flex-col gap-3">
      <RadioList
        label="How readers hear of it"
        value={announce ? 'update' : 'fix'}
        options={options}
        onChange={(value) => onChange({ ...telling, announce: value === 'update' })}
      />
      {announce && (
        <Field
          label="Note of correction (optional)"
          hint="Shown with its date below the text, and in feeds. One line; Markdown for links and emphasis."
        >
          <TextArea
            rows={2}
            maxLength={1_000}
            value={correction}
            onChange={(event) => onChange({ ...telling, correction: event.target.value })}
          />
        </Field>
      )}
    </div>
  )
}
