import { encode } from 'next-auth/jwt'
import { cookies } from 'next/headers'
import { FOURTEEN_DAYS, sessionCookie } from '@/app/_http/auth-options'
import type { SessionKey } from '@/domain/people/sessions'
import { authSecret } from '@/lib/auth-secret'

/** Gives the browser its session, in the cookie and the envelope that next-auth writes when a script signs in. */
export async function beginSession(key: SessionKey): Promise<void> {
  const { name, options } = sessionCookie()
  const envelope = await encode({ token: { key }, secret: authSecret(), maxAge: FOURTEEN_DAYS })
  const jar = await cookies()
  jar.set(name, envelope, { ...options, maxAge: FOURTEEN_DAYS })
}
