import type { ReviewDays, ReviewLink } from '@/domain/reviews/review'
import type { Answer } from '@/lib/answer'

/** What can be asked of the server about a post's review links. */
export type ReviewActions = {
  list: (postId: string) => Promise<Answer<ReviewLink[]>>
  make: (wish: {
    id: string
    version: number | null
    days: ReviewDays
  }) => Promise<Answer<{ address: string; links: ReviewLink[] }>>
  end: (linkId: string) => Promise<Answer<ReviewLink[]>>
}
