import { choosePassword } from '@/cli/ask-password'
import { accept, type Command, onDatabase, readArguments } from '@/cli/command'
import { email, newPerson } from '@/domain/people/schema'
import { COMMAND_LINE } from '@/domain/permissions'
import { Refusal } from '@/lib/errors'

const ACTIONS: Record<string, (args: string[]) => Promise<void>> = {
  create, list, password: setOne, disable, enable,
} // prettier-ignore

export const user: Command = {
  usage: [
    'create EMAIL --name NAME --role owner|editor|author|contributor [--password PASSWORD]',
    'list',
    'password EMAIL [--password PASSWORD]',
    'disable EMAIL',
    'enable EMAIL',
  ],
  run: async ([action = '', ...args]) => {
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
    if (act === undefined) throw new Refusal('invalid', `Say one of: ${Object.keys(ACTIONS).join(', ')}.`)
    await act(args)
  },
}

async function create(args: string[]) {
  const text = { type: 'string' } as const
  const { values, positionals } = readArguments(args, { name: text, role: text, password: text })
  const wanted = { name: values.name, role: values.role, email: only(positionals) }
  accept(newPerson, wanted)
  const { password, generated } = await choosePassword(values.password)
  const person = accept(newPerson, { ...wanted, password })
  await onDatabase('user create', async () => {
    const { createPerson } = await import('@/domain/people/commands')
    await createPerson(COMMAND_LINE, person)
    say(`${person.email} can sign in as ${person.role}.`, generated ? `Password: ${password}` : null)
  })
}

async function list(args: string[]) {
  if (readArguments(args, {}).positionals.length > 0)
    throw new Refusal('invalid', 'This takes no more words.')
  await onDatabase('user list', async () => {
    const { listPeople } = await import('@/domain/people/desk')
    for (const person of await listPeople(COMMAND_LINE)) {
      say([person.email ?? '-', person.role, person.status, person.name].join('\t'))
    }
  })
}

async function setOne(args: string[]) {
  const { values, positionals } = readArguments(args, { password: { type: 'string' } })
  const address = accept(email, only(positionals))
  const { password, generated } = await choosePassword(values.password)
  await onDatabase('user password', async () => {
    const { setPassword } = await import('@/domain/people/password-commands')
    await setPassword(COMMAND_LINE, { id: await idOf(address), password })
    say(`The password of ${address} is changed.`, generated ? `Password: ${password}` : null)
  })
}

async function disable(args: string[]) {
  const address = accept(email, only(readArguments(args, {}).positionals))
  await onDatabase('user disable', async () => {
    const { disablePerson } = await import('@/domain/people/commands')
    await disablePerson(COMMAND_LINE, await idOf(address))
    say(`${address} cannot sign in any more.`)
  })
}

async function enable(args: string[]) {
  const address = accept(email, only(readArguments(args, {}).positionals))
  await onDatabase('user enable', async () => {
    const { enablePerson } = await import('@/domain/people/commands')
    await enablePerson(COMMAND_LINE, await idOf(address))
    say(`${address} can sign in again.`)
  })
}

async function idOf(address: string): Promise<string> {
  const { getPersonId } = await import('@/domain/people/desk')
  return getPersonId(COMMAND_LINE, address)
}

function only(positionals: string[]): string {
  const [address, ...more] = positionals
  if (address === undefined || more.length > 0) throw new Refusal('invalid', 'Name one e-mail address.')
  return address
}

function say(...lines: (string | null)[]) {
  for (const line of lines) if (line !== null) console.log(line)
}
