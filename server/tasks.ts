import type { Task, TaskList } from 'graphile-worker'
import { z } from 'zod'
import { makeVariants } from '@/domain/media/variants'
import { sendResetLink } from '@/domain/people/reset'
import { mailAlarm, raiseAlarm } from '@/domain/schedule/alarm'
import { renderPending } from '@/domain/posts/rendering'
import { announcePost } from '@/domain/schedule/announce'
import { checkReceipt } from '@/domain/schedule/check-receipt'
import { pingHub } from '@/domain/schedule/hub'
import { warmCard } from '@/domain/schedule/warm-card'
import { sendWebhook } from '@/domain/schedule/webhook'
import { continueImport } from '@/domain/transfer/run-unit'
import type { Jobs } from '@/lib/jobs'
import { describeError } from '@/lib/log'

const happening = z.object({ event: z.coerce.bigint() })
const alarm = z.object({ owner: z.uuid(), name: z.string(), reason: z.string() })

/** How each job is carried out. One that throws is tried again later. */
export const tasks = {
  'send-reset': task(z.object({ email: z.string() }), ({ email }) => sendResetLink(email)),
  announce: task(z.object({ postId: z.uuid() }), ({ postId }) => announcePost(postId)),
  'send-webhook': task(happening, ({ event }) => sendWebhook(event)),
  'ping-hub': task(happening, ({ event }) => pingHub(event)),
  'make-variants': task(z.object({ key: z.string() }), ({ key }) => makeVariants(key)),
  'check-receipt': task(happening, ({ event }) => checkReceipt(event)),
  'warm-card': task(happening, ({ event }) => warmCard(event)),
  'mail-alarm': task(alarm, mailAlarm),
  'render-pending': task(z.object({}), (_nothing, isStopped) => renderPending({ isStopped })),
  'run-import': task(z.object({ id: z.uuid() }), ({ id }, isStopped) => continueImport(id, isStopped)),
} satisfies Record<keyof Jobs, Task> & TaskList

/**
 * Long work asks `isStopped` between its steps: this process is about to end, and the next one goes on. The owners hear of a job
 * that goes on failing.
 */
function task<Payload>(
  schema: z.ZodType<Payload>,
  work: (payload: Payload, isStopped: () => boolean) => Promise<void>,
): Task {
  return async (payload, { job, abortSignal }) => {
    try {
      await work(schema.parse(payload), () => abortSignal.aborted)
    } catch (error) {
      const { message: reason } = describeError(error)
      await raiseAlarm({ jobId: job.id, name: job.task_identifier, attempts: job.attempts, reason })
      throw error
    }
  }
}
