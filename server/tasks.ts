import type { Task, TaskList } from 'graphile-worker'
import { z } from 'zod'
import { makeVariants } from '@/domain/media/variants'
import { sendResetLink } from '@/domain/people/reset'
import { announcePost } from '@/domain/schedule/announce'
import { pingHub } from '@/domain/schedule/hub'
import { sendWebhook } from '@/domain/schedule/webhook'
import type { Jobs } from '@/lib/jobs'

const happening = z.object({ event: z.coerce.bigint() })

/** How each job is carried out. One that throws is tried again later. */
export const tasks = {
  'send-reset': task(z.object({ email: z.string() }), ({ email }) => sendResetLink(email)),
  announce: task(z.object({ postId: z.uuid() }), ({ postId }) => announcePost(postId)),
  'send-webhook': task(happening, ({ event }) => sendWebhook(event)),
  'ping-hub': task(happening, ({ event }) => pingHub(event)),
  'make-variants': task(z.object({ key: z.string() }), ({ key }) => makeVariants(key)),
} satisfies Record<keyof Jobs, Task> & TaskList

function task<Payload>(schema: z.ZodType<Payload>, work: (payload: Payload) => Promise<void>): Task {
  return (payload) => work(schema.parse(payload))
}
