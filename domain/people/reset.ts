import { findPerson } from '@/domain/people/find'
import { spendReset } from '@/domain/people/limits'
import { storePassword } from '@/domain/people/password-commands'
import { hashNewPassword } from '@/domain/people/passwords'
import { createToken, expectOpenToken, useToken } from '@/domain/people/tokens'
import { getSettings } from '@/domain/settings/queries'
import { sha256 } from '@/lib/crypto'
import { db, transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'
import { addJob } from '@/lib/jobs'
import { sendMail, smtpUrl } from '@/lib/mail'
import { absoluteUrl } from '@/lib/site-url'

const MINUTES = 60

export function canMailResets(): boolean {
  return smtpUrl() !== null
}

/**
 * Asks for a link to choose a new password. The answer and the work are the same for everybody: only the job that sends the
 * letter looks whether there is such a person.
 */
export async function requestReset({ email, address }: { email: string; address: string }): Promise<void> {
  if (!canMailResets())
    throw new Refusal('unavailable', 'This site cannot send mail. Ask its owner for a password.')
  await spendReset({ account: email, address })
  await addJob(db, { name: 'send-reset', payload: { email }, key: `send-reset:${sha256(email)}` })
}

/** Sends the link to the person with this address, if there is one who may sign in. */
export async function sendResetLink(email: string): Promise<void> {
  const person = await db.person.findFirst({
    where: { email, disabledAt: null },
    select: { id: true, name: true },
  })
  if (person === null) return
  const { title } = await getSettings()
  const token = await transaction((tx) =>
    createToken(tx, { purpose: 'reset', personId: person.id, minutes: MINUTES }),
  )
  const text = resetLetter({ name: person.name, title, link: absoluteUrl(`/reset/${token}`) })
  await sendMail({ to: email, fromName: title, subject: `New password for ${title}`, text })
}

/** Sets a new password by the link, which is used up, and ends every session of the person. */
export async function completeReset(input: {
  token: string
  password: string
  address: string
}): Promise<void> {
  await expectOpenToken('reset', input)
  await transaction(async (tx) => {
    const { personId } = await useToken(tx, 'reset', input.token)
    if (personId === null) throw new Error('A reset link names a person.')
    const person = await findPerson(tx, personId)
    if (person.disabledAt !== null) throw new Refusal('forbidden', 'This person cannot sign in any more.')
    const passwordHash = await hashNewPassword(input.password, [person.name, person.email])
    await storePassword(tx, person, { personId, passwordHash })
  })
}

function resetLetter({ name, title, link }: { name: string; title: string; link: string }): string {
  return `Hello ${name},

somebody, probably you, asked for a new password for ${title}. Choose it here, within an hour:

${link}

The link works once. If it was not you, do nothing: your password stays as it is.
`
}
