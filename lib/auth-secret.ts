/** What session cookies are encrypted with: `NEXTAUTH_SECRET`, which the start generates and keeps in the data folder. */
export function authSecret(): string {
  const { NEXTAUTH_SECRET } = process.env
  if (NEXTAUTH_SECRET) return NEXTAUTH_SECRET
  throw new Error('NEXTAUTH_SECRET is not set. The start sets it; a process started by hand needs it too.')
}
