'use client'

import { BioField, NameField, NewPasswordField, UrlField } from '@/components/people/person-fields'
import { type FormAction, PersonForm } from '@/components/people/person-form'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'

type Profile = { name: string; bio: string | null; url: string | null }

export function ProfileForm({ person, action }: { person: Profile; action: FormAction }) {
  return (
    <PersonForm
      action={action}
      button="Save"
      done="Saved."
      names={['name', 'bio', 'url']}
      fields={(errorOf) => (
        <>
          <NameField errorOf={errorOf} value={person.name} />
          <BioField errorOf={errorOf} value={person.bio} />
          <UrlField errorOf={errorOf} value={person.url} />
        </>
      )}
    />
  )
}

export function OwnPasswordForm({ email, action }: { email: string; action: FormAction }) {
  return (
    <PersonForm
      action={action}
      button="Change password"
      done="Your password is changed."
      names={['current', 'password']}
      fields={(errorOf) => (
        <>
          {/* Tells password managers whose password this is. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <Field label="Current password" error={errorOf('current')}>
            <TextInput
              name="current"
              type="password"
              autoComplete="current-password"
              required
              maxLength={1024}
            />
          </Field>
          <NewPasswordField errorOf={errorOf} label="New password" />
        </>
      )}
    />
  )
}
