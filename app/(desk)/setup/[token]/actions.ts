'use server'

import { redirect } from 'next/navigation'
import { submitAsGuest } from '@/app/_http/submit-as-guest'
import { setupForm } from '@/domain/people/schema'
import { completeSetup } from '@/domain/people/setup'

export async function createOwner(form: FormData) {
  const answer = await submitAsGuest(setupForm, form, completeSetup)
  if (answer.ok) redirect('/login?done=setup')
  return answer
}
