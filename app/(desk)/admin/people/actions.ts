'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/_http/submit'
import { changePerson, createPerson, disablePerson, enablePerson } from '@/domain/people/commands'
import { setPassword } from '@/domain/people/password-commands'
import { newPerson, passwordSetting, personChange, personPick } from '@/domain/people/schema'

export async function addPerson(form: FormData) {
  const answer = await submit(newPerson, form, createPerson)
  if (answer.ok) redirect('/admin/people')
  return answer
}

export async function savePerson(form: FormData) {
  return fresh(await submit(personChange, form, changePerson))
}

export async function setPersonPassword(form: FormData) {
  return fresh(await submit(passwordSetting, form, setPassword))
}

export async function disable(form: FormData) {
  return fresh(await submit(personPick, form, (actor, { id }) => disablePerson(actor, id)))
}

export async function enable(form: FormData) {
  return fresh(await submit(personPick, form, (actor, { id }) => enablePerson(actor, id)))
}

function fresh<Answer>(answer: Answer): Answer {
  revalidatePath('/admin/people', 'layout')
  return answer
}
