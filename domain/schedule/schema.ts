import { z } from 'zod'

/** A job of the queue: a number that is too large for JavaScript's, so it travels as text. */
export const jobId = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .transform(BigInt)

/** Which month the calendar shows, as its address says it; anything odd means this month. */
export const calendarMonth = z.object({
  month: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .nullable()
    .catch(null),
})
