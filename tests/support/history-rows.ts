import type { SignedIn } from '@/domain/permissions'
import { listHistory } from '@/domain/posts/history'
import { restoreVersion } from '@/domain/posts/restore-version'
import { compareVersions } from '@/domain/posts/version-comparison'
import { endReviewLink, makeReviewLink } from '@/domain/reviews/commands'
import { listReviewLinks } from '@/domain/reviews/queries'
import { type MadePost, postOf, type PostState } from '@/tests/support/roles'

type OnPost = (actor: SignedIn, post: MadePost) => Promise<unknown>

const history: OnPost = (actor, { id }) => listHistory(actor, { id, page: 1 })
const compare: OnPost = (actor, { id }) => compareVersions(actor, { id, to: null, from: null })
const restore: OnPost = (actor, post) => restoreVersion(actor, { ...post, from: 1, fields: null })
const share: OnPost = (actor, { id }) => makeReviewLink(actor, { id, version: null, days: 1 })
const links: OnPost = (actor, { id }) => listReviewLinks(actor, id)

/** Rows of the matrix of roles: who may look into the history of an own post and share it, who of somebody else's. */
export const HISTORY_ROWS: [string, PostState, string, string, OnPost][] = [
  ['listHistory', 'draft', 'oeac', 'oe', history],
  ['listHistory', 'live', 'oeac', 'oe', history],
  ['listHistory', 'trashed', 'oeac', 'oe', history],
  ['compareVersions', 'live', 'oeac', 'oe', compare],
  ['restoreVersion', 'draft', 'oeac', 'oe', restore],
  ['restoreVersion', 'live', 'oea', 'oe', restore],
  ['makeReviewLink', 'draft', 'oeac', 'oe', share],
  ['makeReviewLink', 'live', 'oeac', 'oe', share],
  ['listReviewLinks', 'live', 'oeac', 'oe', links],
]

/** What the row of `endReviewLink` does, to a link of somebody else's post. */
export const endLink = (actor: SignedIn, id: string): Promise<unknown> => endReviewLink(actor, id)

export async function openLinkOf(editor: SignedIn): Promise<string> {
  const post = await postOf({ actor: editor, editor }, 'other', 'draft')
  await makeReviewLink(editor, { id: post.id, version: null, days: 1 })
  const [link] = await listReviewLinks(editor, post.id)
  return link?.id ?? ''
}
