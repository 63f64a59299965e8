import Link from 'next/link'
import type { DeskImport } from '@/domain/transfer/desk-imports'

export type ListedImport = DeskImport & { when: string }

/** The imports there were, the newest first. */
export function ImportList({ imports }: { imports: ListedImport[] }) {
  if (imports.length === 0) return null
  return (
    <section aria-labelledby="imports" className="mt-3">
      <h3 id="imports" className="mb-1 text-[0.8125rem] font-medium text-muted">
        Imports so far
      </h3>
      <ul className="border-t border-line">
        {imports.map(({ id, source, sentence, byName, when }) => (
          <li key={id} className="flex flex-col gap-0.5 border-b border-line py-2.5">
            <Link
              href={`/admin/transfer/${id}`}
              className="self-start rounded-sm font-medium wrap-anywhere hover:underline"
            >
              {source}
            </Link>
            <p className="wrap-anywhere">{sentence}</p>
            <p className="text-xs text-muted">
              {byName}, {when}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
