'use client'

import { foldOf, type When } from '@/components/schedule/when'
import { RadioList } from '@/components/ui/radio-list'
import { clockInWords } from '@/lib/times-in-words'

type Props = { when: When; onChange: (when: When) => void }

/** Where the clocks show a time twice, a person says which one is meant. */
export function FoldChoice({ when, onChange }: Props) {
  const fold = foldOf(when)
  if (fold === null) return null
  return (
    <div className="flex flex-col gap-1 text-[0.8125rem]">
      <p className="font-medium text-warn">The clocks show {when.time} twice there. Which one is it?</p>
      <RadioList
        label="Which of the two"
        value={when.second === true ? 'second' : 'first'}
        options={[
          { value: 'first', label: `The first, ${clockInWords(fold.first, 'UTC')} UTC` },
          { value: 'second', label: `The second, ${clockInWords(fold.second, 'UTC')} UTC` },
        ]}
        onChange={(which) => onChange({ ...when, second: which === 'second' })}
      />
    </div>
  )
}
