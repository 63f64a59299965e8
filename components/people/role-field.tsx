'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { ROLE_MEANINGS, ROLES } from '@/domain/people/person'
import type { ErrorOf } from '@/components/people/person-form'

type Props = { errorOf: ErrorOf; value: (typeof ROLES)[number] }

export function RoleField({ errorOf, value }: Props) {
  const [role, setRole] = useState(value)
  const options = ROLES.map((name) => ({ value: name, label: capitalised(name) }))
  return (
    <Field label="Role" hint={ROLE_MEANINGS[role]} error={errorOf('role')}>
      <Select name="role" value={role} options={options} onChange={setRole} />
    </Field>
  )
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
