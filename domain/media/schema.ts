import { z } from 'zod'

export const mediaId = z.uuid('This is not the id of a file.')

export const mediaDescription = z.object({
  id: mediaId,
  alt: z
    .string()
    .max(1_000, 'The description is longer than 1,000 characters.')
    .transform((text) => text.toWellFormed().replaceAll('\u0000', '').trim() || null),
})

/** A page of the library: what comes after the file with this id. */
export const mediaPage = z.object({
  after: mediaId.nullable().catch(null),
  kind: z.enum(['all', 'pictures', 'sounds']).catch('all'),
  q: z
    .string()
    .max(200)
    .transform((text) =>
      text
        .replace(/\p{Cc}/gu, '')
        .toWellFormed()
        .trim(),
    )
    .catch(''),
})
