import { z } from 'zod'
import { postId } from '@/domain/posts/schema'

export const reviewLinkId = z.uuid('This is not the id of a review link.')

export const newReviewLink = z.object({
  id: postId,
  /** The one version it shows; null for always the newest. */
  version: z.number().int().min(1).nullable(),
  days: z.union([z.literal(1), z.literal(7), z.literal(30)], 'A link works for 1, 7 or 30 days.'),
})
