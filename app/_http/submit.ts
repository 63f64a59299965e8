import { z } from 'zod'
import { currentActor } from '@/app/_http/session'
import type { SignedIn } from '@/domain/permissions'
import type { Answer, Refused } from '@/lib/answer'
import { Refusal } from '@/lib/errors'

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

/** The answer to expected trouble; rethrows what is not. */
export function refusedBy(error: unknown): Refused {
  if (error instanceof Refusal) {
    const { field, other } = error.details
    return {
      ok: false,
      code: error.code,
      sentence: error.message,
      ...(field === undefined ? {} : { field }),
      ...(other === undefined ? {} : { details: other }),
    }
  }
  if (error instanceof z.ZodError) return { ok: false, code: 'invalid', ...firstIssue(error) }
  throw error
}

function firstIssue(error: z.ZodError): { sentence: string; field?: string } {
  const [issue] = error.issues
  if (issue === undefined) return { sentence: 'Something in this form is not right.' }
  // A list's field is the list: `content.tags.3` is about tags.
  const field = issue.path.filter((part) => typeof part === 'string' && part !== 'content').at(0)
  return { sentence: issue.message, ...(field === undefined ? {} : { field: String(field) }) }
}
