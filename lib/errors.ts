/** Why something was refused; the edge (`app/_http`, `server`, `cli`) maps each code to a status or an exit code. */
export type RefusalCode =
  | 'invalid' // 400: the input breaks a rule
  | 'unauthenticated' // 401
  | 'forbidden' // 403
  | 'not-found' // 404
  | 'conflict' // 409: somebody else was faster
  | 'too-large' // 413
  | 'unsupported' // 415
  | 'too-many' // 429
  | 'unavailable' // 503
  | 'storage-full' // 507

/** Expected trouble, with a sentence for a person. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  override name = 'Refusal'
  /** `field` names the form field at fault; `details` carries what the caller needs to recover (a conflict's other text). */
  constructor(
    readonly code: RefusalCode,
    sentence: string,
    readonly details: { field?: string; retryAfterSeconds?: number; other?: unknown } = {},
  ) {
    super(sentence)
  }
}
