'use client'

import { EmailField, NameField, NewPasswordField } from '@/components/people/person-fields'
import { type FormAction, PersonForm } from '@/components/people/person-form'

export function SetupForm({ token, action }: { token: string; action: FormAction }) {
  return (
    <PersonForm
      action={action}
      button="Create the owner"
      wide
      done="The site is yours."
      names={['name', 'email', 'password']}
      fields={(errorOf) => (
        <>
          <input type="hidden" name="token" value={token} />
          <NameField errorOf={errorOf} autoFocus />
          <EmailField errorOf={errorOf} />
          <NewPasswordField errorOf={errorOf} />
        </>
      )}
    />
  )
}
