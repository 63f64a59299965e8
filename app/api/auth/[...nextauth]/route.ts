import NextAuth from 'next-auth'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import { z } from 'zod'
import { callbackCookie, signInOptions } from '@/app/_http/auth-options'
import { localPath } from '@/app/_http/local-path'
import { currentSession } from '@/app/_http/session'
import type { Refusal } from '@/lib/errors'
import { siteUrl } from '@/lib/site-url'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What is used of next-auth; the rest of its addresses (its log, provider lists to POST to) does not exist here. */
const OPEN = new Set([
  'GET csrf', 'GET session', 'GET providers', 'GET signin', 'GET signout', 'GET error',
  'POST signout', 'POST callback/credentials',
]) // prettier-ignore

const MOST_BYTES = 20_000

export async function GET(request: NextRequest, context: Context) {
  return answer(request, context)
}

export async function POST(request: NextRequest, context: Context) {
  return answer(request, context)
}

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (!OPEN.has(`${request.method} ${nextauth.join('/')}`)) return new Response('Not found', { status: 404 })
  if (nextauth[0] === 'session') return describeSession()
  const clean = await cleanRequest(request)
  if (clean instanceof Response) return clean
  await dropForeignTarget()
  // next-auth reads its own origin from here and nowhere else.
  process.env.NEXTAUTH_URL ??= siteUrl()
  const refusals: Refusal[] = []
  const options = signInOptions((refusal) => refusals.push(refusal))
  const response = z.instanceof(Response).parse(await NextAuth(clean, context, options))
  const [refusal] = refusals
  return refusal === undefined ? response : refuse(refusal)
}

/** What a browser may know of its own session; `{}` for strangers, as next-auth's client expects. */
async function describeSession(): Promise<Response> {
  const session = await currentSession()
  const known = session && { user: { name: session.actor.name }, expires: session.expiresAt.toISOString() }
  return Response.json(known ?? {}, { headers: { 'Cache-Control': 'private, no-store' } })
}

/** next-auth answers 500 to a `callbackUrl` that it cannot parse, so it sees only paths of this site. */
async function cleanRequest(request: NextRequest): Promise<NextRequest | Response> {
  const url = new URL(request.url)
  cleanTarget(url.searchParams)
  const headers = new Headers(request.headers)
  if (request.method === 'GET') return new NextRequest(url, { headers })
  if (!headers.get('content-type')?.startsWith('application/x-www-form-urlencoded'))
    return new Response('Send a form.', { status: 415 })
  const text = await request.text()
  if (text.length > MOST_BYTES) return new Response('The form is too large.', { status: 413 })
  const body = new URLSearchParams(text)
  cleanTarget(body)
  headers.delete('content-length')
  return new NextRequest(url, { method: 'POST', headers, body: body.toString() })
}

function cleanTarget(parameters: URLSearchParams) {
  const wish = parameters.get('callbackUrl')
  if (wish !== null) parameters.set('callbackUrl', localPath(wish, { origin: siteUrl() }))
}

/** The cookie in which next-auth remembers the target comes from outside too. */
async function dropForeignTarget() {
  const jar = await cookies()
  const target = jar.get(callbackCookie())?.value
  if (target !== undefined && localPath(target, { fallback: '', origin: siteUrl() }) === '')
    jar.delete(callbackCookie())
}

/** In the form in which next-auth's own client expects an error. */
function refuse({ code, message, details }: Refusal): Response {
  const url = `${siteUrl()}/login?${new URLSearchParams({ error: message }).toString()}`
  const headers = {
    'Retry-After': String(details.retryAfterSeconds ?? 5),
    'Cache-Control': 'private, no-store',
  }
  return Response.json({ url }, { status: code === 'too-many' ? 429 : 503, headers })
}
