import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '@/app/_http/session'
import { NewPersonForm } from '@/components/people/people-forms'
import { PersonPage } from '@/components/people/person-sections'
import { canManagePeople } from '@/domain/permissions'
import { addPerson } from '@/app/(desk)/admin/people/actions'

export const metadata: Metadata = { title: 'Add somebody' }

export default async function NewPersonPage() {
  if (!canManagePeople(await requireActor())) notFound()
  return (
    <PersonPage title="Add somebody">
      <NewPersonForm action={addPerson} />
    </PersonPage>
  )
}
