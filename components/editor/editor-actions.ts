import type { ListFiles } from '@/components/media/media-picker'
import type { ReviewActions } from '@/components/reviews/review-actions'
import type { LoadReceipt } from '@/components/schedule/use-receipt'
import type { Check } from '@/domain/findings/queries'
import type { LinksHere } from '@/domain/links/queries'
import type { FieldChange } from '@/domain/posts/compare'
import type { DeskState } from '@/domain/posts/desk-post'
import type { LinkTarget } from '@/domain/posts/link-targets'
import type { Preview } from '@/domain/posts/preview'
import type { PostContent, PostContentInput } from '@/domain/posts/schema'
import type { Answer } from '@/lib/answer'

type OnVersion = { id: string; version: number }
type OfChange = { id: string; change: string }
type Moment = { date: Date; zone: string }
type Act<Input> = (input: Input) => Promise<Answer<DeskState>>

/** What the editor can ask of the server. */
export type EditorActions = {
  create: Act<{ id: string; content: PostContentInput }>
  save: Act<OnVersion & { content: PostContentInput }>
  preview: (input: { body: string; math: PostContent['math'] }) => Promise<Answer<Preview>>
  listFiles: ListFiles
  findLinks: (words: string) => Promise<Answer<LinkTarget[]>>
  check: (input: OnVersion & { at: Date | null }) => Promise<Answer<Check>>
  ignore: (input: { id: string; key: string; ignored: boolean }) => Promise<Answer<void>>
  linksHere: (ids: string[]) => Promise<Answer<LinksHere>>
  publish: Act<OnVersion>
  schedule: Act<OnVersion & Moment>
  update: Act<OnVersion & { announce: boolean; correction: string; dropAhead?: boolean }>
  changeLater: Act<OnVersion & Moment & { announce: boolean }>
  moveLaterChange: Act<OfChange & Moment>
  renewLaterChange: Act<OfChange & { version: number }>
  cancelLaterChange: Act<OfChange>
  compareChange: (input: OfChange) => Promise<Answer<FieldChange[]>>
  plan: Act<{ id: string; plannedFor: Date | null; zone: string | null }>
  unpublish: Act<string>
  submitForReview: Act<OnVersion>
  expire: Act<{ id: string; expiresAt: Date | null; returnsAt?: Date | null; zone?: string | null }>
  pin: Act<{ id: string; pinned: boolean }>
  duplicate: Act<string>
  trash: Act<string>
  restore: Act<string>
  remove: (id: string) => Promise<Answer<void>>
  receipt: LoadReceipt
  reviews: ReviewActions
}
