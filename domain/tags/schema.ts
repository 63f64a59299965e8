import { z } from 'zod'

const tagId = z.uuid('This is not the id of a tag.')
const clean = (text: string) =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

export const tagChange = z.object({
  id: tagId,
  name: z
    .string()
    .max(100, 'A tag has 100 characters at most.')
    .transform(clean)
    .refine(Boolean, 'A tag needs a name.'),
  description: z
    .string()
    .max(1_000, 'The description is longer than 1,000 characters.')
    .transform((text) => clean(text) || null),
})
export const tagMerge = z
  .object({ from: tagId, into: tagId })
  .refine(({ from, into }) => from !== into, { path: ['into'], message: 'Choose another tag.' })
export const tagRemoval = tagId

export type TagChange = z.output<typeof tagChange>
