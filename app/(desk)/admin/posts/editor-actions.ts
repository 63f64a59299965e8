import type { EditorActions } from '@/components/editor/editor-actions'
import { list as listFiles } from '@/app/(desk)/admin/media/actions'
import {
  create, duplicate, expire, findLinks, pin, preview, publish, remove, restore, save, schedule, submitForReview, trash, unpublish, update,
} from '@/app/(desk)/admin/posts/actions' // prettier-ignore

export const editorActions: EditorActions = {
  create, duplicate, expire, findLinks, listFiles, pin, preview, publish, remove, restore, save, schedule, submitForReview, trash, unpublish, update,
} // prettier-ignore
