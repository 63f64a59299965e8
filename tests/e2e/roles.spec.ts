import type { Browser, BrowserContext } from '@playwright/test'
import { behindTheServer } from '@/tests/support/behind'
import { expect, signIn, test } from '@/tests/support/journey'
import { PLACES } from '@/tests/support/places'
import { OWNER } from '@/tests/support/server'

const PASSWORD = 'violet tractor harvest moon'
const COLLEAGUES = ['editor', 'author', 'contributor'] as const

test.describe.configure({ mode: 'serial' })

let ids: { post: string; person: string; unit: string }
test.beforeAll(async () => {
  ids = await behindTheServer(async () => {
    const { createPerson } = await import('@/domain/people/commands')
    const { COMMAND_LINE } = await import('@/domain/permissions')
    const { createPost } = await import('@/domain/posts/commands')
    const { contentWith } = await import('@/tests/support/posts')
    for (const role of COLLEAGUES) {
      await createPerson(COMMAND_LINE, { name: role, email: emailOf(role), role, password: PASSWORD })
    }
    const stranger = {
      name: 'Stranger',
      email: 'stranger@example.org',
      role: 'author',
      password: null,
    } as const
    const person = await createPerson(COMMAND_LINE, stranger)
    const { id } = await createPost(COMMAND_LINE, contentWith({ title: 'Nobody of the team wrote this' }))
    const { listImports } = await import('@/domain/transfer/desk-imports')
    const [demo] = await listImports(COMMAND_LINE)
    return { post: id, person, unit: demo?.id ?? '' }
  })
})

const desk = Object.entries(PLACES).filter(([file]) =>
  /^\(desk\)\/admin\/(?!\[\.\.\.).*page\.tsx$/.test(file),
)

for (const role of ['owner', ...COLLEAGUES, 'nobody'] as const) {
  test(`${role} sees the pages of the desk that are for this role, and 404 for the others`, async ({
    browser,
  }) => {
    const context = await contextOf(browser, role)
    for (const [file, who] of desk) {
      const answer = await context.request.get(addressOf(file), { maxRedirects: 0 })
      const home = file === '(desk)/admin/page.tsx'
      const foreign = file.includes('posts/[id]') && (role === 'author' || role === 'contributor')
      const may = who.includes(role.charAt(0)) && role !== 'nobody' && !foreign
      expect([file, answer.status()]).toEqual([file, statusOf({ role, may, home })])
      if (role === 'nobody') expect(answer.headers().location, file).toBe('/login')
      if (!may) expect(await answer.text(), file).not.toMatch(/Nobody of the team|stranger@example/)
    }
    await context.close()
  })
}

test('nobody uploads anything, and headers that once opened doors open none', async ({
  playwright,
  baseURL,
}) => {
  const request = await playwright.request.newContext({ ...(baseURL === undefined ? {} : { baseURL }) })
  const upload = await request.post('/admin/media/upload?name=a.png', {
    headers: { origin: baseURL ?? '', 'content-type': 'image/png' },
    data: Buffer.from('\x89PNG'),
  })
  expect(upload.status()).toBe(401)
  const tricks: Record<string, string>[] = [
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    { 'x-matched-path': '/admin/people', rsc: '1', 'next-router-prefetch': '1' },
    { 'x-octavo-client': '127.0.0.1', 'x-forwarded-host': 'evil.example', 'x-nonce': 'a' },
  ]
  for (const headers of tricks) {
    const answer = await request.get('/admin/people', { headers, maxRedirects: 0 })
    expect(answer.status()).toBe(307)
    expect(await answer.text()).not.toContain('stranger@example')
  }
  await request.dispose()
})

function emailOf(role: string) {
  return `roles-${role}@example.org`
}

async function contextOf(browser: Browser, role: string): Promise<BrowserContext> {
  const context = await browser.newContext()
  if (role === 'nobody') return context
  const page = await context.newPage()
  await signIn(page, role === 'owner' ? OWNER : { email: emailOf(role), password: PASSWORD })
  return context
}

function addressOf(file: string): string {
  return file
    .replace(/^\(desk\)|\/page\.tsx$/g, '')
    .replace('posts/[id]', `posts/${ids.post}`)
    .replace('[version]', '1')
    .replace('people/[id]', `people/${ids.person}`)
    .replace('transfer/[id]', `transfer/${ids.unit}`)
}

function statusOf({ role, may, home }: { role: string; may: boolean; home: boolean }): number {
  if (role === 'nobody' || home) return 307
  return may ? 200 : 404
}
