import type { ArchiveEntry, ArchiveMonth } from '@/domain/posts/archive'
import type { ReactNode } from 'react'
import { Day } from '@/components/reader/day'
import { countOf } from '@/components/reader/name-index'
import { type Locale, monthOf, nameOfMonth } from '@/lib/day'

/** Everything by year and month, in the order of the entries. */
export function ArchiveYears({ entries, locale }: { entries: ArchiveEntry[]; locale: Locale }) {
  const years = Map.groupBy(entries, ({ date }) => monthOf(date, locale.timeZone).year)
  return [...years].map(([year, ofYear]) => (
    <ArchiveYear key={year} year={year} count={ofYear.length}>
      {[...Map.groupBy(ofYear, ({ date }) => monthOf(date, locale.timeZone).month)].map(
        ([month, ofMonth]) => (
          <div key={month} className="archive-month">
            <h3 className="label">
              <MonthLink year={year} month={month} count={ofMonth.length} language={locale.language} />
            </h3>
            <ArchiveList entries={ofMonth} locale={locale} />
          </div>
        ),
      )}
    </ArchiveYear>
  ))
}

/** Years and months with how many posts they have, where there are too many posts to list. */
export function ArchiveCounts({ months, language }: { months: ArchiveMonth[]; language: string }) {
  return [...Map.groupBy(months, ({ year }) => year)].map(([year, ofYear]) => (
    <ArchiveYear key={year} year={year} count={ofYear.reduce((sum, { count }) => sum + count, 0)}>
      <ul className="archive-months">
        {ofYear.map(({ month, count }) => (
          <li key={month}>
            <MonthLink year={year} month={month} count={count} language={language} />
          </li>
        ))}
      </ul>
    </ArchiveYear>
  ))
}

/** Posts with their day and title. */
export function ArchiveList({ entries, locale }: { entries: ArchiveEntry[]; locale: Locale }) {
  return (
    <ol className="archive-list">
      {entries.map(({ path, title, date }) => (
        <li key={path}>
          <span className="label">
            <Day date={date} locale={locale} short />
          </span>
          <a href={path} dir="auto">
            {title}
          </a>
        </li>
      ))}
    </ol>
  )
}

function ArchiveYear({ year, count, children }: { year: number; count: number; children: ReactNode }) {
  return (
    <section className="archive-year" aria-labelledby={`year-${year}`}>
      <div className="archive-year-name">
        <h2 id={`year-${year}`}>
          <a href={`/archive/${year}`}>{year}</a>
        </h2>
        <p className="label">{countOf(count)}</p>
      </div>
      <div>{children}</div>
    </section>
  )
}

type MonthLinkProps = ArchiveMonth & { language: string }

function MonthLink({ year, month, count, language }: MonthLinkProps) {
  return (
    <>
      <a href={`/archive/${year}/${month}`}>{nameOfMonth(month, language)}</a>{' '}
      <span className="archive-count">{count}</span>
    </>
  )
}
