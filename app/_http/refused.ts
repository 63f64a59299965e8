import { z } from 'zod'
import type { Refused } from '@/lib/answer'
import { Refusal } from '@/lib/errors'

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
  return { sentence: sentenceOf(issue), ...(field === undefined ? {} : { field: String(field) }) }
}

/** What the library says by itself is for programmers: who meets it sent something that no form of ours holds. */
function sentenceOf({ message }: { message: string }): string {
  return message.endsWith('.') ? message : 'This is not what belongs here.'
}
