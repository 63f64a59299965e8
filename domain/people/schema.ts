import { z } from 'zod'
import { ROLES } from '@/domain/people/person'

function text(label: string, max: number) {
  return z
    .string(`${label} is missing.`)
    .max(max, `${label} is longer than ${max} characters.`)
    .transform((value) => value.toWellFormed().replaceAll('\u0000', '').normalize('NFC').trim())
}

const name = text('The name', 100)
  .transform((value) => value.replace(/\s+/gu, ' '))
  .refine((value) => value !== '', 'The name is missing.')

function optional(label: string, max: number) {
  return text(label, max).transform((value) => value || null)
}

/** Lower case, as it is stored: one address is one person. */
export const email = z
  .string('The e-mail address is missing.')
  .max(254, 'The e-mail address is too long.')
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email('This is not an e-mail address.'))

/** As typed. Its rules are in passwords.ts, since they need more than the text. */
export const password = z.string('The password is missing.').max(1_024, 'The password is too long.')

export const role = z.enum(ROLES, 'Choose a role.')
export const personId = z.uuid('This is not the id of a person.')
export const sessionId = z.uuid('This is not the id of a session.')

export const newPerson = z.object({ name, email, role, password: password.nullable().default(null) })

export const personProfile = z.object({
  name,
  bio: optional('The biography', 2_000),
  url: optional('The website', 2_000).refine(
    (url) => url === null || /^https?:\/\/[^\s]+$/i.test(url),
    'The website must begin with https:// or http://.',
  ),
})

/** What is left out stays as it is. */
export const personChange = personProfile.partial().extend({ id: personId, role: role.optional() })

export const ownPasswordChange = z.object({ current: password, password })
export const personPick = z.object({ id: personId })
export const passwordSetting = z.object({ id: personId, password })
const token = z.string().min(1).max(200)
export const setupForm = z.object({ name, email, password, token })
export const resetRequest = z.object({ email })
export const resetForm = z.object({ token, password })
export const credentials = z.object({ email: z.string().max(1_000), password: z.string().max(4_000) })

export type NewPerson = z.output<typeof newPerson>
export type PersonChange = z.output<typeof personChange>
export type SetupForm = z.output<typeof setupForm>
