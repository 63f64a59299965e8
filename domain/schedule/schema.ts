import { z } from 'zod'

/** Which month the calendar shows, as its address says it; anything odd means this month. */
export const calendarMonth = z.object({
  month: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .nullable()
    .catch(null),
})
