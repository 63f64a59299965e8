'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { clientAddress } from '@/app/_http/client-address'
import { submit } from '@/app/_http/submit'
import { requireActor } from '@/app/_http/session'
import { changePerson } from '@/domain/people/commands'
import { changePassword } from '@/domain/people/password-commands'
import { ownPasswordChange, personProfile, sessionId } from '@/domain/people/schema'
import { endOwnSession, endOwnSessions } from '@/domain/people/sessions'

export async function saveProfile(form: FormData) {
  const answer = await submit(personProfile, form, (actor, input) =>
    changePerson(actor, { ...input, id: actor.id }),
  )
  if (answer.ok) revalidatePath('/admin', 'layout')
  return answer
}

export async function changeOwnPassword(form: FormData) {
  const address = clientAddress(await headers())
  const answer = await submit(ownPasswordChange, form, (actor, input) =>
    changePassword(actor, { ...input, address }),
  )
  if (answer.ok) redirect('/login?done=password')
  return answer
}

export async function endOne(id: string) {
  await submit(sessionId, id, endOwnSession)
  revalidatePath('/admin/account')
}

export async function endAll() {
  await endOwnSessions(await requireActor())
  redirect('/login?done=everywhere')
}
