'use server'

import { submit } from '@/app/_http/submit'
import { retryJob } from '@/domain/schedule/retry'
import { jobId } from '@/domain/schedule/schema'

export async function retry(id: unknown) {
  return submit(jobId, id, retryJob)
}
