import { Badge } from '@/components/ui/badge'
import type { DeskPerson } from '@/domain/people/desk'

const TONES = { active: 'good', disabled: 'danger', 'no sign-in': 'neutral' } as const

/** Everybody. Names lead to the page that changes a person, for whoever may. */
export function PeopleTable({ people, links }: { people: DeskPerson[]; links: boolean }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left">
        <thead className="border-b border-line text-xs text-muted">
          <tr>
            <th className="py-2 pr-4 font-medium">Name</th>
            <th className="py-2 pr-4 font-medium">E-mail</th>
            <th className="py-2 pr-4 font-medium">Role</th>
            <th className="py-2 font-medium">Sign-in</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row" className="py-2.5 pr-4 font-medium">
                {links ? (
                  <a href={`/admin/people/${person.id}`} className="underline underline-offset-2">
                    {person.name}
                  </a>
                ) : (
                  person.name
                )}
              </th>
              <td className="py-2.5 pr-4 text-muted">{person.email ?? 'none'}</td>
              <td className="py-2.5 pr-4">{person.role}</td>
              <td className="py-2.5">
                <Badge tone={TONES[person.status]}>{person.status}</Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
