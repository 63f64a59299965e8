import type { EditorActions } from '@/components/editor/editor-actions'
import { list as listFiles } from '@/app/(desk)/admin/media/actions'
import type { ReviewActions } from '@/components/reviews/review-actions'
import { endReview, listReviews, share } from '@/app/(desk)/admin/posts/history-actions'
import {
  cancelLaterChange, changeLater, check, compareChange, create, duplicate, expire, findLinks, ignore, linksHere, moveLaterChange, pin, plan,
  preview, publish, remove, renewLaterChange, restore, save, schedule, submitForReview, trash, unpublish, update,
} from '@/app/(desk)/admin/posts/actions' // prettier-ignore
import { receipt } from '@/app/(desk)/admin/posts/receipt-action'

export const reviewActions: ReviewActions = { list: listReviews, make: share, end: endReview }

export const editorActions: EditorActions = {
  cancelLaterChange, changeLater, check, compareChange, create, duplicate, expire, findLinks, ignore, linksHere, listFiles, moveLaterChange, pin, plan,
  preview, publish, remove, renewLaterChange, restore, save, schedule, submitForReview, trash, unpublish, update,
  reviews: reviewActions,
  receipt,
} // prettier-ignore
