import type { EditorActions } from '@/components/editor/editor-actions'
import {
  check, create, duplicate, expire, findLinks, ignore, linksHere, pin, preview, publish, remove, restore, save, schedule, submitForReview, trash, unpublish, update,
} from '@/app/(desk)/admin/posts/actions' // prettier-ignore

export const editorActions: EditorActions = {
  check, create, duplicate, expire, findLinks, ignore, linksHere, pin, preview, publish, remove, restore, save, schedule, submitForReview, trash, unpublish, update,
} // prettier-ignore
