import type { Review } from '@/domain/reviews/reading'
import { momentInWords, timeInWords } from '@/lib/times-in-words'

type Props = { review: Pick<Review, 'status' | 'savedAt' | 'endsAt' | 'now'>; zone: string }

/** What this is, so that nobody takes it for the page on the site. */
export function ReviewBanner({ review: { status, savedAt, endsAt, now }, zone }: Props) {
  const what = status === 'live' ? 'Changes for review' : 'Draft for review'
  return (
    <aside className="review-banner label" aria-label="Review">
      <p className="frame">
        {`${what}, version of ${timeInWords(savedAt, { zone, now })}, link ends ${momentInWords(endsAt, zone)}`}
      </p>
    </aside>
  )
}
