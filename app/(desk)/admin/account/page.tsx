import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentSession } from '@/app/_http/session'
import { OwnPasswordForm, ProfileForm } from '@/components/people/account-forms'
import { PersonPage, Section } from '@/components/people/person-sections'
import { SessionList } from '@/components/people/session-list'
import { findDeskPerson } from '@/domain/people/desk'
import { listSessions } from '@/domain/people/sessions'
import { getSettings } from '@/domain/settings/queries'
import { momentInWords } from '@/lib/times-in-words'
import { changeOwnPassword, endAll, endOne, saveProfile } from './actions'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const session = await currentSession()
  if (session === null) redirect('/login?callbackUrl=/admin/account')
  const person = await findDeskPerson(session.actor, session.actor.id)
  if (person === null) redirect('/login')
  const { timeZone } = await getSettings()
  const sessions = (await listSessions(session.actor)).map(({ id, userAgent, address, lastSeenAt }) => ({
    id, userAgent, address, lastSeen: momentInWords(lastSeenAt, timeZone), current: id === session.id,
  })) // prettier-ignore
  return (
    <PersonPage title="Your account">
      <Section title="What readers see">
        <ProfileForm person={person} action={saveProfile} />
      </Section>
      <Section title="Password" hint="Changing it signs you out everywhere, here too.">
        <OwnPasswordForm email={person.email ?? ''} action={changeOwnPassword} />
      </Section>
      <Section
        title="Where you are signed in"
        hint="A sign-in ends after 12 hours without use, after 14 days at the latest."
      >
        <SessionList sessions={sessions} end={endOne} endAll={endAll} />
      </Section>
    </PersonPage>
  )
}
