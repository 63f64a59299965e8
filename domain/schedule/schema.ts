import { z } from 'zod'

/** A job of the queue: a number that is too large for JavaScript's, so it travels as text. */
export const jobId = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .transform(BigInt)
