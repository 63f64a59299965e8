import { findPersonId } from '@/domain/people/find'
import { type PersonStatus, statusOf } from '@/domain/people/person'
import { type Actor, allow, canChangePerson, canSeePeople } from '@/domain/permissions'
import type { Role } from '@/generated/prisma/browser'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'

export type DeskPerson = {
  id: string
  name: string
  email: string | null
  role: Role
  bio: string | null
  url: string | null
  status: PersonStatus
}

const columns = {
  id: true,
  name: true,
  email: true,
  role: true,
  bio: true,
  url: true,
  disabledAt: true,
  passwordHash: true,
} as const

/** Everybody, by name, for the desk. No hashes leave. */
export async function listPeople(actor: Actor): Promise<DeskPerson[]> {
  allow(canSeePeople(actor))
  const people = await db.person.findMany({ select: columns, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  return people.map(toDeskPerson)
}

/** One person, for whoever may change them; null when there is none. */
export async function findDeskPerson(actor: Actor, id: string): Promise<DeskPerson | null> {
  allow(canChangePerson(actor, { id }))
  const person = await db.person.findUnique({ where: { id }, select: columns })
  return person && toDeskPerson(person)
}

type Row = Omit<DeskPerson, 'status'> & { disabledAt: Date | null; passwordHash: string | null }

function toDeskPerson({ disabledAt, passwordHash, ...person }: Row): DeskPerson {
  return { ...person, status: statusOf({ disabledAt, hasPassword: passwordHash !== null }) }
}

/** The id of the person with this e-mail address; refuses (`not-found`) when there is none. */
export async function getPersonId(actor: Actor, email: string): Promise<string> {
  allow(canSeePeople(actor))
  const id = await findPersonId(db, email)
  if (id === null) throw new Refusal('not-found', `Nobody has the e-mail address ${email}.`)
  return id
}
