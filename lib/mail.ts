import { createTransport } from 'nodemailer'
import { siteUrl } from '@/lib/site-url'

/** A letter in plain text; `fromName` is what the reader sees as its sender. */
export type Mail = { to: string; fromName: string; subject: string; text: string }

/** Where mail is handed in (`SMTP_URL`); null when there is no such place. */
export function smtpUrl(): string | null {
  return process.env.SMTP_URL || null
}

/** Hands a letter to the mail server of `SMTP_URL` within half a minute, or throws: the job that sends it tries again. */
export async function sendMail({ to, fromName, subject, text }: Mail): Promise<void> {
  const url = smtpUrl()
  if (url === null) throw new Error('SMTP_URL is not set.')
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A letter is text of ours: never a file or an address that nodemailer should read.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const from = { name: fromName, address: senderOf(url) }
    await transport.sendMail({ from, to: { name: '', address: to }, subject, text })
  } finally {
    transport.close()
  }
}

/** The mailbox that SMTP_URL signs in with, else one that names the site. */
function senderOf(url: string): string {
  const user = decodeURIComponent(new URL(url).username)
  return user.includes('@') ? user : `octavo@${new URL(siteUrl()).hostname}`
}
