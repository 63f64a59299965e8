'use client'

import type { ErrorOf } from '@/components/people/person-form'
import { Field } from '@/components/ui/field'
import { TextArea, TextInput } from '@/components/ui/text-input'

type Props = { errorOf: ErrorOf; value?: string | null; name?: string; label?: string; autoFocus?: boolean }

export function NameField({ errorOf, value, autoFocus }: Props) {
  return (
    <Field label="Name" error={errorOf('name')}>
      <TextInput
        name="name"
        autoComplete="name"
        autoFocus={autoFocus}
        required
        maxLength={100}
        defaultValue={value ?? ''}
      />
    </Field>
  )
}

export function EmailField({ errorOf, autoFocus }: Props) {
  return (
    <Field label="E-mail" error={errorOf('email')}>
      <TextInput
        name="email"
        type="email"
        autoComplete="username"
        autoFocus={autoFocus}
        required
        maxLength={254}
      />
    </Field>
  )
}

export function BioField({ errorOf, value }: Props) {
  return (
    <Field label="Biography" hint="Readers see it on the page of this author." error={errorOf('bio')}>
      <TextArea name="bio" maxLength={2000} defaultValue={value ?? ''} />
    </Field>
  )
}

export function UrlField({ errorOf, value }: Props) {
  return (
    <Field label="Website" error={errorOf('url')}>
      <TextInput name="url" type="url" autoComplete="url" maxLength={2000} defaultValue={value ?? ''} />
    </Field>
  )
}

/** A password to be chosen: managers offer to make one. */
export function NewPasswordField({ errorOf, name = 'password', label = 'Password', autoFocus }: Props) {
  return (
    <Field label={label} hint="At least 8 characters. A few unrelated words are best." error={errorOf(name)}>
      <TextInput
        name={name}
        type="password"
        autoComplete="new-password"
        autoFocus={autoFocus}
        required
        minLength={8}
        maxLength={1024}
      />
    </Field>
  )
}
