'use client'

import { EmailField, NewPasswordField } from '@/components/people/person-fields'
import { type FormAction, PersonForm } from '@/components/people/person-form'

export function ResetRequestForm({ action }: { action: FormAction }) {
  return (
    <PersonForm
      action={action}
      button="Send a link"
      wide
      done="If somebody signs in here with this address, a letter with a link is on its way. The link works for an hour."
      names={['email']}
      fields={(errorOf) => <EmailField errorOf={errorOf} autoFocus />}
    />
  )
}

export function NewPasswordForm({ token, action }: { token: string; action: FormAction }) {
  return (
    <PersonForm
      action={action}
      button="Set the password"
      wide
      done="Your password is changed."
      names={['password']}
      fields={(errorOf) => (
        <>
          <input type="hidden" name="token" value={token} />
          <NewPasswordField errorOf={errorOf} label="New password" autoFocus />
        </>
      )}
    />
  )
}
