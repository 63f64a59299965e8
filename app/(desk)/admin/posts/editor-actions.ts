import type { EditorActions } from '@/components/editor/editor-actions'
import {
  create, duplicate, expire, findLinks, pin, preview, publish, remove, restore, save, schedule, submitForReview, trash, unpublish, update,
} from '@/app/(desk)/admin/posts/actions' // prettier-ignore
import { receipt } from '@/app/(desk)/admin/posts/receipt-action'

export const editorActions: EditorActions = {
  create, duplicate, expire, findLinks, pin, preview, publish, remove, restore, save, schedule, submitForReview, trash, unpublish, update,
  receipt,
} // prettier-ignore
