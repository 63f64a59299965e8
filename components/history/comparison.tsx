import { ComparedText } from '@/components/history/compared-text'
import type { FieldChange } from '@/domain/posts/compare'

type Props = {
  changes: FieldChange[]
  /** Said when nothing differs. */
  same?: string
}

/** What differs between two versions, field by field: taken out is struck through, put in is underlined. */
export function Comparison({ changes, same = 'Nothing differs between the two.' }: Props) {
  if (changes.length === 0) return <p className="text-muted">{same}</p>
  return (
    <div className="flex flex-col gap-6">
      {changes.map((change) => (
        <section key={change.field} aria-label={change.label}>
          <h3 className="mb-1.5 text-[0.8125rem] font-semibold text-muted">{change.label}</h3>
          <FieldComparison change={change} />
        </section>
      ))}
    </div>
  )
}

/** One field without its heading. */
export function FieldComparison({ change: { shape, parts } }: { change: FieldChange }) {
  if (shape === 'text') return <ComparedText parts={parts} />
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 wrap-anywhere">
      {parts.map((part, at) => (
        <li key={at} className="min-w-0">
          <ComparedText parts={[part]} />
        </li>
      ))}
    </ul>
  )
}
