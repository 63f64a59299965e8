import { Badge } from '@/components/ui/badge'
import type { DeskPerson } from '@/domain/people/desk'

const tones = { active: 'good', disabled: 'danger', 'no sign-in': 'neutral' } as const
const words = { active: 'Can sign in', disabled: 'Disabled', 'no sign-in': 'Name only' } as const

/** Everybody. Names lead to the page that changes a person, for whoever may. */
export function PeopleTable({ people, links }: { people: DeskPerson[]; links: boolean }) {
  return (
    <table className="w-full table-fixed text-left">
      <thead className="border-b border-line text-xs text-muted">
        <tr>
          <th scope="col" className="py-1.5 pr-4 font-medium">
            Name
          </th>
          <th scope="col" className="w-28 py-1.5 pr-4 font-medium">
            Role
          </th>
          <th scope="col" className="w-28 py-1.5 font-medium max-sm:hidden">
            Sign-in
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} className="border-b border-line align-top">
            <th scope="row" className="py-2.5 pr-4 font-medium wrap-break-word">
              {links ? (
                <a href={`/admin/people/${person.id}`} className="rounded-sm hover:underline">
                  {person.name}
                </a>
              ) : (
                person.name
              )}
              {person.email !== null && (
                <p className="text-[0.8125rem] font-normal text-muted">{person.email}</p>
              )}
              <p className="text-[0.8125rem] font-normal text-muted sm:hidden">{words[person.status]}</p>
            </th>
            <td className="py-2.5 pr-4 text-[0.8125rem] text-muted capitalize">{person.role}</td>
            <td className="py-2.5 max-sm:hidden">
              <Badge tone={tones[person.status]}>{words[person.status]}</Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
