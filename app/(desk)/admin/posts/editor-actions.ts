import type { EditorActions } from '@/components/editor/editor-actions'
import {
  cancelLaterChange, changeLater, compareChange, create, duplicate, expire, findLinks, moveLaterChange, pin, plan, preview, publish, remove,
  renewLaterChange, restore, save, schedule, submitForReview, trash, unpublish, update,
} from '@/app/(desk)/admin/posts/actions' // prettier-ignore

export const editorActions: EditorActions = {
  cancelLaterChange, changeLater, compareChange, create, duplicate, expire, findLinks, moveLaterChange, pin, plan, preview, publish, remove,
  renewLaterChange, restore, save, schedule, submitForReview, trash, unpublish, update,
} // prettier-ignore
