import { expectAccess } from '@/tests/support/access'
import { beOwner, expect, signIn, test } from '@/tests/support/journey'
import { OWNER } from '@/tests/support/server'

const PASSWORD = 'violet tractor harvest moon'

test('the owner signs in by keyboard alone and reaches the desk', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/login')
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  await page.keyboard.type(OWNER.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(OWNER.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/admin**')
})

test('the form works before its script has come, says what is wrong and keeps the address', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL === undefined ? {} : { baseURL }),
  })
  const page = await context.newPage()
  await page.goto('/login?callbackUrl=/admin/media')
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/admin/media')
  const cookies = await context.cookies()
  const session = cookies.find(({ name }) => name.endsWith('octavo.session'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  await context.close()
})

test('a click while the scripts are on their way signs in', async ({ page }) => {
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  await page.goto('/login', { waitUntil: 'commit' })
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin**', { waitUntil: 'commit' })
  letThrough()
  await expect(page.getByRole('navigation', { name: 'Desk' })).toBeVisible()
})

test.describe('with a wrong password', () => {
  test.use({ forgive: [/401|429/] })

  test('the page says so without saying which half was wrong, and keeps the address', async ({ page }) => {
    await page.goto('/login')
    await page.getByLabel('E-mail').fill('nobody@example.org')
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'not right' })).toBeVisible()
    await expect(page.getByLabel('E-mail')).toHaveValue('nobody@example.org')
  })

  test('the sixth try has to wait, and the page says how long', async ({ page }) => {
    await page.goto('/login')
    await page.getByLabel('E-mail').fill('patient@example.org')
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    const alert = page.getByRole('alert').filter({ hasText: /./ })
    for (let count = 1; count <= 6; count++) {
      const answer = page.waitForResponse('**/api/auth/callback/credentials')
      await page.getByRole('button', { name: 'Sign in' }).click()
      expect((await answer).status()).toBe(count <= 5 ? 401 : 429)
      await expect(alert).toBeVisible()
    }
    await expect(alert).toContainText('Try again in 15 minutes')
  })
})

test('a cookie kept from before signing out is worth nothing', async ({ page, browser, baseURL }) => {
  await signIn(page)
  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: /Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL('**/login')

  const thief = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) })
  await thief.addCookies(cookies)
  const stolen = await thief.newPage()
  await stolen.goto('/admin/account')
  await expect(stolen).toHaveURL(/\/login/)
  const session = await thief.request.get('/api/auth/session')
  expect(await session.json()).toEqual({})
  await thief.close()
})

test('the session cookie is out of reach of scripts and of other sites', async ({ page }) => {
  await beOwner(page)
  const cookies = await page.context().cookies()
  const session = cookies.find(({ name }) => name.endsWith('octavo.session'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
})

for (const [what, cookie] of [
  ['garbage', 'garbage'],
  ['a token without a signature', 'eyJhbGciOiJub25lIn0.eyJrZXkiOnsiaWQiOiJ4In19.'],
  ['8 kB', 'A'.repeat(8_000)],
] as const) {
  test(`a cookie of ${what} is nobody`, async ({ request }) => {
    const headers = { cookie: `octavo.session=${cookie}` }
    const login = await request.get('/login', { headers })
    expect(login.status()).toBe(200)
    const desk = await request.get('/admin/account', { headers, maxRedirects: 0 })
    expect([302, 303, 307]).toContain(desk.status())
  })
}

for (const target of [
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  'https://evil.example/',
  '%E0%A4%A',
]) {
  test(`signing in never leads to ${target}`, async ({ page, baseURL }) => {
    const asked = await page.request.get(`/api/auth/signin?callbackUrl=${target}`, { maxRedirects: 0 })
    expect(asked.status()).toBeLessThan(500)
    await page.goto(`/login?callbackUrl=${encodeURIComponent(target)}`)
    await page.getByLabel('E-mail').fill(OWNER.email)
    await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/admin**')
    expect(new URL(page.url()).origin).toBe(baseURL)
  })
}

test('the owner adds an author, who signs in, changes the password and sees no people', async ({
  page,
  browser,
  baseURL,
}) => {
  const email = `author-${Date.now()}@example.org`
  await beOwner(page)
  await page.goto('/admin/people')
  await page.getByRole('link', { name: 'Add somebody' }).click()
  await page.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText('The name is missing.')).toBeVisible()
  await expect(page.getByLabel('Name')).toBeFocused()
  await page.getByLabel('Name').fill('Ann Author')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('password1')
  await page.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText('easy to guess')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('Ann Author')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByRole('row', { name: new RegExp(email) })).toContainText('author')

  const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) })
  const author = await context.newPage()
  await signIn(author, { email, password: PASSWORD })
  const people = await author.request.get('/admin/people')
  expect(people.status()).toBe(404)
  await author.goto('/admin/account')
  await author.getByLabel('Current password').fill(PASSWORD)
  await author.getByLabel('New password').fill('quiet marble engine')
  await author.getByRole('button', { name: 'Change password' }).click()
  await expect(author.getByText('Your password is changed')).toBeVisible()
  await signIn(author, { email, password: 'quiet marble engine' })

  await page.getByRole('link', { name: 'Ann Author' }).last().click()
  await page.getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByRole('button', { name: 'Enable' })).toBeVisible()
  await author.goto('/admin/account')
  await expect(author).toHaveURL(/\/login/)
  await context.close()
})

test('a setup link that was not given out opens nothing', async ({ page }) => {
  await page.goto('/setup/not-a-link')
  await expect(page.getByText('used already or is too old')).toBeVisible()
})

test('the pages before signing in hold no barrier', { tag: '@phone' }, async ({ page }) => {
  for (const path of ['/login', '/reset']) {
    await page.goto(path)
    await expectAccess(page, path)
  }
})
