import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { clientAddress } from '@/app/_http/client-address'
import { localPath } from '@/app/_http/local-path'
import { credentials } from '@/domain/people/schema'
import { endSession, type SessionKey } from '@/domain/people/sessions'
import { signIn } from '@/domain/people/sign-in'
import { authSecret } from '@/lib/auth-secret'
import { isHttps } from '@/lib/site-url'
import { Refusal } from '@/lib/errors'
import { describeError, log } from '@/lib/log'

declare module 'next-auth' {
  interface User {
    key: SessionKey
  }
  interface Session {
    /** Inside the server only; never part of what `/api/auth/session` answers. */
    key?: SessionKey
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    key?: SessionKey
  }
}

export function callbackCookie(): string {
  return `${cookiePrefix()}octavo.callback`
}

export const FOURTEEN_DAYS = 14 * 24 * 60 * 60

export function sessionCookie() {
  return {
    name: `${cookiePrefix()}octavo.session`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() } as const,
  }
}

/** How next-auth works here: its JWT is only an envelope for the name and the secret of a session row. */
export function authOptions(): AuthOptions {
  const { options } = sessionCookie()
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: FOURTEEN_DAYS },
    useSecureCookies: isHttps(),
    pages: { signIn: '/login', signOut: '/login', error: '/login' },
    cookies: {
      sessionToken: sessionCookie(),
      callbackUrl: { name: callbackCookie(), options },
      csrfToken: { name: `${cookiePrefix()}octavo.csrf`, options },
    },
    providers: [],
    callbacks: {
      jwt: ({ token, user }) => (user ? { key: user.key } : token),
      session: ({ session, token }) => ({
        expires: session.expires,
        ...(token.key ? { key: token.key } : {}),
      }),
      redirect: ({ url, baseUrl }) => baseUrl + localPath(url, { origin: baseUrl }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token.key) await endSession(token.key)
      },
    },
    logger: { error: logUnlessForged, warn: () => undefined, debug: () => undefined },
  }
}

function cookiePrefix() {
  return isHttps() ? '__Host-' : ''
}

/** The options of the route, which also signs in; what it refuses it reports, since next-auth knows only right and wrong. */
export function signInOptions(report: (refusal: Refusal) => void): AuthOptions {
  const options = authOptions()
  const provider = CredentialsProvider({
    credentials: { email: { label: 'E-mail' }, password: { label: 'Password', type: 'password' } },
    authorize: async (input, request) => {
      const asked = credentials.safeParse(input)
      if (!asked.success) return null
      const headers = new Headers(request.headers)
      try {
        const visit = { address: clientAddress(headers), userAgent: headers.get('user-agent') }
        const key = await signIn({ ...asked.data, ...visit })
        return key === null ? null : { id: key.id, key }
      } catch (error) {
        report(error instanceof Refusal ? error : unavailable(error))
        return null
      }
    },
  })
  return { ...options, providers: [provider] }
}

function unavailable(error: unknown): Refusal {
  log('sign-in.failed', describeError(error))
  return new Refusal('unavailable', 'Signing in does not work at the moment. Try again in a minute.', {
    retryAfterSeconds: 5,
  })
}

/** A forged or outdated cookie is no news; everybody can send one. */
function logUnlessForged(code: string, details: unknown) {
  if (code !== 'JWT_SESSION_ERROR') log('next-auth.error', { code, ...describeError(details) })
}
