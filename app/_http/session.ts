import { getServerSession } from 'next-auth'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { authOptions } from '@/app/_http/auth-options'
import { type FoundSession, findSession } from '@/domain/people/sessions'
import type { SignedIn } from '@/domain/permissions'

const sessionKey = z.object({ id: z.uuid(), secret: z.string().min(1).max(200) })

/** The session of this request, looked up in its row once per request; null for strangers and for whatever cookie is no good. */
export const currentSession: () => Promise<FoundSession | null> = cache(readSession)

/** Who is asking; null for strangers. */
export async function currentActor(): Promise<SignedIn | null> {
  const session = await currentSession()
  return session?.actor ?? null
}

/** Who is asking; strangers are sent to sign in. */
export async function requireActor(): Promise<SignedIn> {
  const actor = await currentActor()
  if (actor === null) redirect('/login')
  return actor
}

async function readSession(): Promise<FoundSession | null> {
  const envelope = await getServerSession(authOptions())
  const key = sessionKey.safeParse(envelope?.key)
  return key.success ? findSession(key.data) : null
}
