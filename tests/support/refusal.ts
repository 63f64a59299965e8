import { Refusal } from '@/lib/errors'

/** The refusal that `work` ends with; anything else is a failure. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const outcome: unknown = await work.catch((reason: unknown) => reason)
  if (outcome instanceof Refusal) return outcome
  throw new Error('It was not refused.', { cause: outcome })
}
