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
      <ArchiveMonths year={year} entries={ofYear} locale={locale} heading="h3" />
    </ArchiveYear>
  ))
}

type ArchiveMonthsProps = { year: number; entries: ArchiveEntry[]; locale: Locale; heading: 'h2' | 'h3' }

/** The posts of a year by month. */
export function ArchiveMonths({ year, entries, locale, heading: Heading }: ArchiveMonthsProps) {
  const months = Map.groupBy(entries, ({ date }) => monthOf(date, locale.timeZone).month)
  return [...months].map(([month, ofMonth]) => (
    <div key={month} className="archive-month">
      <Heading className="label archive-month-name">
        <MonthLink year={year} month={month} count={ofMonth.length} language={locale.language} />
      </Heading>
      <ArchiveList entries={ofMonth} locale={locale} />
    </div>
  ))
}

type CountsProps = { months: ArchiveMonth[]; language: string }

/** Years and months with how many posts they have, where there are too many posts to list. */
export function ArchiveCounts({ months, language }: CountsProps) {
  return [...Map.groupBy(months, ({ year }) => year)].map(([year, ofYear]) => (
    <ArchiveYear key={year} year={year} count={ofYear.reduce((sum, { count }) => sum + count, 0)}>
      <MonthCounts months={ofYear} language={language} />
    </ArchiveYear>
  ))
}

/** Months with how many posts they have. */
export function MonthCounts({ months, language }: CountsProps) {
  return (
    <ul className="archive-months">
      {months.map((month) => (
        <li key={month.month}>
          <MonthLink {...month} language={language} />
        </li>
      ))}
    </ul>
  )
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
