import type { Task, TaskList } from 'graphile-worker'
import { z } from 'zod'
import { makeVariants } from '@/domain/media/variants'
import { sendResetLink } from '@/domain/people/reset'
import { renderPending } from '@/domain/posts/rendering'
import { announcePost } from '@/domain/schedule/announce'
import { pingHub } from '@/domain/schedule/hub'
import { sendWebhook } from '@/domain/schedule/webhook'
import { continueImport } from '@/domain/transfer/run-unit'
import type { Jobs } from '@/lib/jobs'

const happening = z.object({ event: z.coerce.bigint() })

/** How each job is carried out. One that throws is tried again later. */
export const tasks = {
  'send-reset': task(z.object({ email: z.string() }), ({ email }) => sendResetLink(email)),
  announce: task(z.object({ postId: z.uuid() }), ({ postId }) => announcePost(postId)),
  'send-webhook': task(happening, ({ event }) => sendWebhook(event)),
  'ping-hub': task(happening, ({ event }) => pingHub(event)),
  'make-variants': task(z.object({ key: z.string() }), ({ key }) => makeVariants(key)),
  'render-pending': task(z.object({}), (_nothing, isStopped) => renderPending({ isStopped })),
  'run-import': task(z.object({ id: z.uuid() }), ({ id }, isStopped) => continueImport(id, isStopped)),
} satisfies Record<keyof Jobs, Task> & TaskList

/** Long work asks `isStopped` between its steps: this process is about to end, and the next one goes on. */
function task<Payload>(
  schema: z.ZodType<Payload>,
  work: (payload: Payload, isStopped: () => boolean) => Promise<void>,
): Task {
  return (payload, { abortSignal }) => work(schema.parse(payload), () => abortSignal.aborted)
}
