import { test as base, expect, type Cookie, type Page } from '@playwright/test'

import { OWNER } from '@/tests/support/server'

export { expect }

/**
 * The `test` of every journey. A page that writes an error to the console, throws, or asks its own server for
 * something that is not there fails the journey; `test.use({ forgive: [/404/] })` names what a test provokes on purpose.
 */
export const test = base.extend<{ forgive: RegExp[] }>({
  forgive: [[], { option: true }],
  page: async ({ page, forgive }, use) => {
    const complaints = listenForComplaints(page)
    await use(page)
    const serious = complaints.filter((complaint) => !forgive.some((pattern) => pattern.test(complaint)))
    expect(serious, 'errors in the browser console').toEqual([])
  },
})

/** Signs in as the owner through the form and waits for the desk. */
export async function signIn(page: Page, { email, password }: { email: string; password: string } = OWNER) {
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin**')
}

let ownersCookies: Cookie[] | null = null

/** Makes this page the owner's. The form is filled once per worker; whoever signs out must use `signIn` for a session of their own. */
export async function beOwner(page: Page) {
  if (ownersCookies === null) {
    await signIn(page)
    ownersCookies = await page.context().cookies()
  } else {
    await page.context().addCookies(ownersCookies)
  }
}

/** The scripts of pages that come from now on are on their way until the answer is called. */
export async function holdScripts(page: Page): Promise<() => void> {
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  return letThrough
}

function listenForComplaints(page: Page) {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  return complaints
}
