import type { z } from 'zod'
import { refusedBy } from '@/app/_http/refused'
import { currentActor } from '@/app/_http/session'
import type { SignedIn } from '@/domain/permissions'
import type { Answer } from '@/lib/answer'

/**
 * The way of every form into the domain: who is asking, what was sent (JSON or a form), the command, its answer. Anything thrown
 * that is neither a refusal nor bad input is a bug and goes on as one.
 */
export async function submit<Input, Value>(
  schema: z.ZodType<Input>,
  input: unknown,
  command: (actor: SignedIn, input: Input) => Promise<Value>,
): Promise<Answer<Value>> {
  const actor = await currentActor()
  if (actor === null) {
    return { ok: false, code: 'unauthenticated', sentence: 'Your session has ended. Sign in again to go on.' }
  }
  try {
    return { ok: true, value: await command(actor, schema.parse(fieldsOf(input))) }
  } catch (error) {
    return refusedBy(error)
  }
}

/** What an action was sent, whatever that is: strangers call it with more than our forms. */
export function fieldsOf(input: unknown): unknown {
  return input instanceof FormData ? Object.fromEntries(input) : input
}
