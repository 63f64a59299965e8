'use server'

import { submit } from '@/app/_http/submit'
import { postId } from '@/domain/posts/schema'
import { getPostReceipt } from '@/domain/schedule/post-receipt'

export async function receipt(id: unknown) {
  return submit(postId, id, getPostReceipt)
}
