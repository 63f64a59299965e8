import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '@/app/_http/session'
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
    <div className="mx-auto flex max-w-3xl flex-col gap-5 px-4 py-6 sm:px-6">
      <div className="flex items-center justify-between gap-3">
        <h1 className="text-xl font-semibold tracking-tight">People</h1>
        {manages && (
          <a href="/admin/people/new" className={buttonStyle({ variant: 'primary' })}>
            Add somebody
          </a>
        )}
      </div>
      <PeopleTable people={people} links={manages} />
    </div>
  )
}
