import type { EditorActions } from '@/components/editor/editor-actions'
import {
  cancelLaterChange, changeLater, check, compareChange, create, duplicate, expire, findLinks, ignore, linksHere, moveLaterChange, pin, plan,
  preview, publish, remove, renewLaterChange, restore, save, schedule, submitForReview, trash, unpublish, update,
} from '@/app/(desk)/admin/posts/actions' // prettier-ignore

export const editorActions: EditorActions = {
  cancelLaterChange, changeLater, check, compareChange, create, duplicate, expire, findLinks, ignore, linksHere, moveLaterChange, pin, plan,
  preview, publish, remove, renewLaterChange, restore, save, schedule, submitForReview, trash, unpublish, update,
} // prettier-ignore
