import type { Task, TaskList } from 'graphile-worker'
import { z } from 'zod'
import { makeVariants } from '@/domain/media/variants'
import { sendResetLink } from '@/domain/people/reset'
import type { Jobs } from '@/lib/jobs'

/** How each job is carried out. One that throws is tried again later. */
export const tasks = {
  'send-reset': task(z.object({ email: z.string() }), ({ email }) => sendResetLink(email)),
  'make-variants': task(z.object({ key: z.string() }), ({ key }) => makeVariants(key)),
} satisfies Record<keyof Jobs, Task> & TaskList

function task<Payload>(schema: z.ZodType<Payload>, work: (payload: Payload) => Promise<void>): Task {
  return (payload) => work(schema.parse(payload))
}
