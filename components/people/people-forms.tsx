'use client'

import {
  BioField,
  EmailField,
  NameField,
  NewPasswordField,
  UrlField,
} from '@/components/people/person-fields'
import { type FormAction, PersonForm } from '@/components/people/person-form'
import { RoleField } from '@/components/people/role-field'
import type { DeskPerson } from '@/domain/people/desk'

export function NewPersonForm({ action }: { action: FormAction }) {
  return (
    <PersonForm
      action={action}
      button="Add"
      done="Added."
      names={['name', 'email', 'role', 'password']}
      fields={(errorOf) => (
        <>
          <NameField errorOf={errorOf} />
          <EmailField errorOf={errorOf} />
          <RoleField errorOf={errorOf} value="author" />
          <NewPasswordField errorOf={errorOf} />
        </>
      )}
    />
  )
}

export function ChangePersonForm({ person, action }: { person: DeskPerson; action: FormAction }) {
  return (
    <PersonForm
      action={action}
      button="Save"
      done="Saved."
      names={['name', 'role', 'bio', 'url']}
      fields={(errorOf) => (
        <>
          <input type="hidden" name="id" value={person.id} />
          <NameField errorOf={errorOf} value={person.name} />
          <RoleField errorOf={errorOf} value={person.role} />
          <BioField errorOf={errorOf} value={person.bio} />
          <UrlField errorOf={errorOf} value={person.url} />
        </>
      )}
    />
  )
}

export function SetPasswordForm({ id, action }: { id: string; action: FormAction }) {
  return (
    <PersonForm
      action={action}
      button="Set password"
      done="The password is set."
      names={['password']}
      fields={(errorOf) => (
        <>
          <input type="hidden" name="id" value={id} />
          <NewPasswordField errorOf={errorOf} label="New password" />
        </>
      )}
    />
  )
}

/** Locks somebody out, or lets them in again. */
export function DisableForm({ person, action }: { person: DeskPerson; action: FormAction }) {
  const disabled = person.status === 'disabled'
  return (
    <PersonForm
      action={action}
      button={disabled ? 'Enable' : 'Disable'}
      done={disabled ? 'They can sign in again.' : 'They are signed out and locked out.'}
      danger={!disabled}
      names={[]}
      fields={() => <input type="hidden" name="id" value={person.id} />}
    />
  )
}
