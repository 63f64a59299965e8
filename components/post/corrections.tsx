import { Day } from '@/components/reader/day'
import type { Correction } from '@/domain/corrections/correction'
import type { Locale } from '@/lib/day'

/** Its fragment; nothing in a text has an id that begins like this. */
export const CORRECTIONS = '~corrections'

/** What was mended since readers first saw the text, the first first. */
export function Corrections({ corrections, locale }: { corrections: Correction[]; locale: Locale }) {
  if (corrections.length === 0) return null
  return (
    <aside id={CORRECTIONS} className="corrections" aria-label="Corrections">
      {corrections.map(({ at, html }) => (
        <p key={at.getTime()} dir="auto">
          <span className="label">
            Correction, <Day date={at} locale={locale} />
          </span>
          <span className="correction" dangerouslySetInnerHTML={{ __html: html }} suppressHydrationWarning />
        </p>
      ))}
    </aside>
  )
}
