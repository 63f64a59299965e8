import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '@/app/_http/session'
import { ChangePersonForm, DisableForm, SetPasswordForm } from '@/components/people/people-forms'
import { PersonPage, Section } from '@/components/people/person-sections'
import { findDeskPerson } from '@/domain/people/desk'
import { personId } from '@/domain/people/schema'
import { canManagePeople } from '@/domain/permissions'
import { disable, enable, savePerson, setPersonPassword } from '@/app/(desk)/admin/people/actions'

export const metadata: Metadata = { title: 'A person' }

export default async function PersonEditPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const id = personId.safeParse((await params).id)
  if (!canManagePeople(actor) || !id.success) notFound()
  const person = await findDeskPerson(actor, id.data)
  if (person === null) notFound()
  const disabled = person.status === 'disabled'
  return (
    <PersonPage title={person.name}>
      <Section title="Who this is" hint={person.email ?? 'Without an e-mail address: cannot sign in.'}>
        <ChangePersonForm person={person} action={savePerson} />
      </Section>
      {person.email !== null && (
        <Section title="Password" hint="Setting one signs this person out everywhere.">
          <SetPasswordForm id={person.id} action={setPersonPassword} />
        </Section>
      )}
      <Section
        title={disabled ? 'Disabled' : 'Disable'}
        hint={disabled ? 'Cannot sign in.' : 'Ends every sign-in at once. What this person wrote stays.'}
      >
        <DisableForm key={person.status} person={person} action={disabled ? enable : disable} />
      </Section>
    </PersonPage>
  )
}
