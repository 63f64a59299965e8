import type { ArchiveEntry } from '@/domain/posts/archive'
import { Day } from '@/components/reader/day'
import { countOf } from '@/components/reader/name-index'
import { formatMonth, type Locale, monthOf } from '@/lib/day'

/** Everything by year and month, in the order of the entries. */
export function ArchiveYears({ entries, locale }: { entries: ArchiveEntry[]; locale: Locale }) {
  return groupBy(entries, ({ date }) => monthOf(date, locale.timeZone).year).map(([year, ofYear]) => (
    <section key={year} className="archive-year" aria-labelledby={`year-${year}`}>
      <div className="archive-year-name">
        <h2 id={`year-${year}`}>{year}</h2>
        <p className="label">{countOf(ofYear.length)}</p>
      </div>
      <div>
        {groupBy(ofYear, ({ date }) => monthOf(date, locale.timeZone).month).map(([month, ofMonth]) => (
          <ArchiveMonth key={month} entries={ofMonth} locale={locale} />
        ))}
      </div>
    </section>
  ))
}

function ArchiveMonth({ entries, locale }: { entries: ArchiveEntry[]; locale: Locale }) {
  const [first] = entries
  if (first === undefined) return null
  return (
    <div className="archive-month">
      <h3 className="label">
        {formatMonth(first.date, locale)} <span className="archive-count">{entries.length}</span>
      </h3>
      <ol>
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
    </div>
  )
}

/** Groups of neighbours with the same key, in their order. */
function groupBy<Item, Key>(items: Item[], keyOf: (item: Item) => Key): [Key, Item[]][] {
  return [...Map.groupBy(items, keyOf)]
}
