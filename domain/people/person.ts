import type { Role } from '@/generated/prisma/browser'

/** From the most to the least powerful. */
export const ROLES = ['owner', 'editor', 'author', 'contributor'] as const satisfies Role[]

/** What each role may do, in words for the form that chooses one. */
export const ROLE_MEANINGS: Record<Role, string> = {
  owner: 'Everything, settings and people included',
  editor: 'Writes and publishes everybody’s posts',
  author: 'Writes and publishes their own posts',
  contributor: 'Writes and submits; an editor publishes',
}

export type PersonStatus = 'active' | 'disabled' | 'no sign-in'

/** Somebody without a password is an author by name only: there is no way in. */
export function statusOf(person: { disabledAt: Date | null; hasPassword: boolean }): PersonStatus {
  if (person.disabledAt !== null) return 'disabled'
  return person.hasPassword ? 'active' : 'no sign-in'
}
