import { z } from 'zod'
import { instant, postId } from '@/domain/posts/schema'

/** `at`: when readers would see this version; null is now. */
export const checkInput = z.object({
  id: postId,
  version: z.number().int().min(1),
  at: instant.nullable(),
})
export type CheckInput = z.output<typeof checkInput>

export const ignoreInput = z.object({
  id: postId,
  key: z.string().min(1).max(600),
  ignored: z.boolean(),
})
export type IgnoreInput = z.output<typeof ignoreInput>
