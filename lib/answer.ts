import type { RefusalCode } from '@/lib/errors'

/** A refusal as a form gets it: the sentence is for the person, `field` names the field at fault. */
export type Refused = {
  ok: false
  code: RefusalCode
  sentence: string
  field?: string
  /** What the caller needs to recover, such as the other text of a conflict. */
  details?: unknown
}

/** What an action answers. It never throws for expected trouble, so that no form loses its text. */
export type Answer<Value> = { ok: true; value: Value } | Refused
