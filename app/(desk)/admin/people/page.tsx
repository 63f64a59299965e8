import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '@/app/_http/session'
import { DeskPage } from '@/components/admin/desk-page'
import { PeopleTable } from '@/components/people/people-table'
import { buttonStyle } from '@/components/ui/button-style'
import { listPeople } from '@/domain/people/desk'
import { canManagePeople, canSeePeople } from '@/domain/permissions'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const actor = await requireActor()
  if (!canSeePeople(actor)) notFound()
  const people = await listPeople(actor)
  const manages = canManagePeople(actor)
  return (
    <DeskPage title="People" action={manages && <AddSomebody />}>
      <PeopleTable people={people} links={manages} />
    </DeskPage>
  )
}

const AddSomebody = () => (
  <a href="/admin/people/new" className={buttonStyle({ variant: 'primary' })}>
    Add somebody
  </a>
)
