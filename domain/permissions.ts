import type { Role } from '@/generated/prisma/browser'
import { Refusal } from '@/lib/errors'

/** Who is asking. The command line has no person behind it and may do what an owner may. */
export type Actor = { id: string | null; name: string; role: Role }

/** Somebody with a session, never the command line. */
export type SignedIn = Actor & { id: string }

export const COMMAND_LINE: Actor = { id: null, name: 'Command line', role: 'owner' }

/** What a rule needs to know of a post: whose it is, and whether readers see it or soon will. */
export type Ownable = { createdById: string | null; bylineIds: string[]; draft: boolean }

export function allow(permitted: boolean): void {
  if (!permitted) throw new Refusal('forbidden', 'You are not allowed to do this.')
}

/** Owners and editors look after everybody's posts. */
export function isEditor(actor: Actor): boolean {
  return actor.role === 'owner' || actor.role === 'editor'
}

export function isOwn(actor: Actor, post: Pick<Ownable, 'createdById' | 'bylineIds'>): boolean {
  return actor.id !== null && (post.createdById === actor.id || post.bylineIds.includes(actor.id))
}

/** Everybody with a place at the desk may begin a post. */
export function canCreatePost(_actor: Actor): boolean {
  return true
}

/** Editors see every post at the desk; the others see their own. */
export function canReadPost(actor: Actor, post: Ownable): boolean {
  return isEditor(actor) || isOwn(actor, post)
}

/** A contributor's text is theirs until it goes live; what is live a contributor cannot change. */
export function canEditPost(actor: Actor, post: Ownable): boolean {
  if (isEditor(actor)) return true
  if (actor.role === 'contributor') return isOwn(actor, post) && post.draft
  return isOwn(actor, post)
}

export function canPublishPost(actor: Actor, post: Ownable): boolean {
  return isEditor(actor) || (actor.role === 'author' && isOwn(actor, post))
}

/** By a link that needs no account: whoever reads it at the desk could send its text, too. */
export function canSharePost(actor: Actor, post: Ownable): boolean {
  return canReadPost(actor, post)
}

export function canSubmitPost(actor: Actor, post: Ownable): boolean {
  return canEditPost(actor, post) && post.draft
}

export function canTrashPost(actor: Actor, post: Ownable): boolean {
  return canEditPost(actor, post)
}

/** For good, with its history: not even an author's own. */
export function canDeletePost(actor: Actor, post: Ownable): boolean {
  return isEditor(actor) && canTrashPost(actor, post)
}

/** Whose names stand above a post is for editors to change; others keep theirs. */
export function canChangeBylines(actor: Actor): boolean {
  return isEditor(actor)
}

export function canUploadMedia(_actor: Actor): boolean {
  return true
}

/** Files belong to whoever brought them; editors look after all. */
export function canChangeMedia(actor: Actor, media: { createdById: string | null }): boolean {
  return isEditor(actor) || (actor.id !== null && media.createdById === actor.id)
}

export function canManageTags(actor: Actor): boolean {
  return isEditor(actor)
}

export function canSeePeople(actor: Actor): boolean {
  return isEditor(actor)
}

export function canManagePeople(actor: Actor): boolean {
  return actor.role === 'owner'
}

/** Owners change everybody; each person their own name and biography. */
export function canChangePerson(actor: Actor, person: { id: string }): boolean {
  return canManagePeople(actor) || actor.id === person.id
}

export function canChangeSettings(actor: Actor): boolean {
  return actor.role === 'owner'
}

export function canTransfer(actor: Actor): boolean {
  return actor.role === 'owner'
}

/** Whoever looks after everybody's posts sees what became of their schedule, and may have a failed job tried again. */
export function canSeeHealth(actor: Actor): boolean {
  return isEditor(actor)
}
