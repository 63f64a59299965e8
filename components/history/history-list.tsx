import Link from 'next/link'
import { historyAddress } from '@/components/history/history-address'
import { ListKeys } from '@/components/history/list-keys'
import { Badge } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button-style'
import type { History, HistoryEntry } from '@/domain/posts/history'

type Props = { history: History; shown: number; comparedWith: number | null }

/** Everything that was saved and done, the newest first; a version leads to what it changed. */
export function HistoryList({ history: { post, entries, page, pages }, shown, comparedWith }: Props) {
  const address = (part: { to?: number; from?: number; page?: number }) =>
    historyAddress(post.id, { to: shown, page, ...part })
  return (
    <nav aria-label="Versions" className="min-w-0">
      <ListKeys>
        <ol className="max-h-72 overflow-y-auto rounded-lg border border-line bg-surface lg:max-h-[calc(100dvh-11rem)]">
          {entries.map((entry) => (
            <li key={entry.id} className="border-b border-line last:border-b-0">
              {entry.version === null ? (
                <div className="px-3 py-2">
                  <ActLine act={entry} />
                </div>
              ) : (
                <VersionRow
                  entry={entry}
                  number={entry.version}
                  isShown={entry.version === shown}
                  isBefore={entry.version === comparedWith}
                  href={address({ to: entry.version })}
                  compare={address({ from: entry.version })}
                />
              )}
            </li>
          ))}
        </ol>
      </ListKeys>
      {pages > 1 && (
        <div className="flex items-center justify-between gap-2 py-3 text-muted">
          <p>{`Page ${page} of ${pages}`}</p>
          <div className="flex gap-2">
            {page > 1 && (
              <Link href={address({ page: page - 1 })} className={buttonStyle({ size: 'small' })}>
                Newer
              </Link>
            )}
            {page < pages && (
              <Link href={address({ page: page + 1 })} className={buttonStyle({ size: 'small' })}>
                Older
              </Link>
            )}
          </div>
        </div>
      )}
    </nav>
  )
}

type RowProps = {
  entry: HistoryEntry
  number: number
  isShown: boolean
  isBefore: boolean
  href: string
  compare: string
}

function VersionRow({ entry, number, isShown, isBefore, href, compare }: RowProps) {
  return (
    <div className={`relative ${isShown ? 'bg-accent-soft' : ''}`}>
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        aria-current={isShown ? 'true' : undefined}
        data-row=""
        className="block px-3 py-2 -outline-offset-2 hover:bg-hover aria-[current]:hover:bg-accent-soft"
      >
        <span className="flex items-baseline justify-between gap-2 font-medium">
          {entry.words}
          <span className="text-xs font-normal text-muted">{`Version ${number}`}</span>
        </span>
        <span className="block text-xs text-muted">{`${entry.by ?? 'Command line'}, ${entry.when}`}</span>
      </Link>
      {entry.acts.length > 0 && (
        <ul className="flex flex-col gap-1 border-l-2 border-line px-3 pb-2 ml-3">
          {entry.acts.map((act) => (
            <li key={act.id}>
              <ActLine act={act} />
            </li>
          ))}
        </ul>
      )}
      <p className="flex items-center gap-2 px-3 pb-2 text-xs empty:hidden">
        {entry.isLive && <Badge tone="good">Readers see this</Badge>}
        {isBefore && <span className="text-muted">Compared with this</span>}
        {!isShown && !isBefore && (
          <Link
            href={compare}
            prefetch={false}
            scroll={false}
            aria-label={`Compare with version ${number}`}
            className="text-muted underline underline-offset-2 hover:text-ink"
          >
            Compare
          </Link>
        )}
      </p>
    </div>
  )
}

function ActLine({ act }: { act: Pick<HistoryEntry, 'words' | 'by' | 'when'> }) {
  return (
    <p className="text-xs text-muted">
      <span className="font-medium text-ink">{act.words}</span>
      <br />
      {`${act.by ?? 'Command line'}, ${act.when}`}
    </p>
  )
}
