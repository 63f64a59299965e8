import { z } from 'zod'
import { timeZone } from '@/domain/posts/schema'

const text = (label: string, max: number) =>
  z
    .string()
    .max(max, `${label} is longer than ${max} characters.`)
    .transform((value) =>
      value
        .toWellFormed()
        .replace(/\p{Cc}+/gu, ' ')
        .trim(),
    )

export const settingsInput = z.object({
  title: text('The title', 200).refine(Boolean, 'The site needs a title.'),
  description: text('The description', 500),
  language: z.string().refine(isLanguage, 'This is not a language code such as en or de-CH.'),
  timeZone,
  /** Whoever sends it has seen which times lie ahead, and that they keep their instant in another zone. */
  zoneSeen: z.boolean().optional(),
  accent: z
    .string()
    .transform((color) => color.trim().toLowerCase())
    .refine((color) => /^#[0-9a-f]{6}$/.test(color), 'A colour looks like #a4341f.'),
  postsPerPage: z.coerce
    .number('Posts per page must be a number.')
    .int()
    .min(1, 'At least 1.')
    .max(100, 'At most 100.'),
  postsPerFeed: z.coerce
    .number('Posts per feed must be a number.')
    .int()
    .min(1, 'At least 1.')
    .max(200, 'At most 200.'),
  feedContent: z.enum(['whole', 'summary']),
  securityContact: text('The security contact', 200)
    .refine(isContact, 'This is neither an e-mail address nor an address that begins with https://.')
    .default(''),
})
export type SettingsInput = z.output<typeof settingsInput>

const plannedTime = z.object({
  id: z.string(),
  title: z.string(),
  what: z.enum(['goes live', 'changes', 'leaves the site', 'comes back', 'is planned for']),
  at: z.date(),
})

/** What a change of the site's zone is about: the first of the times that lie ahead, and how many there are. */
export const zoneTimes = z.object({ total: z.number(), times: z.array(plannedTime) })
export type ZoneTimes = z.output<typeof zoneTimes>

function isContact(contact: string): boolean {
  return contact === '' || /^(?:[^\s@]+@[^\s@]+\.[^\s@]+|https:\/\/\S+)$/.test(contact)
}

/** Language, script and region only: `Intl` throws at most other codes, and every page tells its dates by it. */
function isLanguage(code: string): boolean {
  return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/i.test(code)
}
