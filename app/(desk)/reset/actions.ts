'use server'

import { redirect } from 'next/navigation'
import { submitAsGuest } from '@/app/_http/submit-as-guest'
import { completeReset, requestReset } from '@/domain/people/reset'
import { resetForm, resetRequest } from '@/domain/people/schema'

export async function sendLink(form: FormData) {
  return submitAsGuest(resetRequest, form, requestReset)
}

export async function chooseNewPassword(form: FormData) {
  const answer = await submitAsGuest(resetForm, form, completeReset)
  if (answer.ok) redirect('/login?done=password')
  return answer
}
