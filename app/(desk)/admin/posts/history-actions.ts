'use server'

import { submit } from '@/app/_http/submit'
import { restoreVersion } from '@/domain/posts/restore-version'
import { postId, restoreInput } from '@/domain/posts/schema'
import { endReviewLink, makeReviewLink } from '@/domain/reviews/commands'
import { listReviewLinks } from '@/domain/reviews/queries'
import { newReviewLink, reviewLinkId } from '@/domain/reviews/schema'
import { absoluteUrl } from '@/lib/site-url'

export async function bringBack(input: unknown) {
  return submit(restoreInput, input, restoreVersion)
}

export async function listReviews(id: unknown) {
  return submit(postId, id, listReviewLinks)
}

/** The address of a new link, which nobody can be told again, and all links. */
export async function share(input: unknown) {
  return submit(newReviewLink, input, async (actor, wanted) => {
    const { path } = await makeReviewLink(actor, wanted)
    return { address: absoluteUrl(path), links: await listReviewLinks(actor, wanted.id) }
  })
}

export async function endReview(id: unknown) {
  return submit(reviewLinkId, id, async (actor, link) => {
    const { postId } = await endReviewLink(actor, link)
    return listReviewLinks(actor, postId)
  })
}
