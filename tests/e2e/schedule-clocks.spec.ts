import { existsSync } from 'node:fs'
import { removePrograms } from '@/tests/support/boot'
import { expect, signIn, test } from '@/tests/support/journey'
import { type Newsroom, openNewsroom } from '@/tests/support/newsroom'
import { FAKETIME } from '@/tests/support/other-day'
import { expectToldOnce } from '@/tests/support/told-once'
import { verdictOf, watchFor } from '@/tests/support/watching'
import { writePost } from '@/tests/support/writing'

// The nights on which the clocks change, lived through: a real server and a real Postgres on a machine whose clock says that it is
// shortly before, and an editor at the desk. Proven is what the panel says, which instant is stored, and that readers see the post at
// that instant and the world is told once while the clocks change. Not proven is what a zone's rules will be by then: those are
// whatever Node and the browser know.
const SECOND = 1_000
/** For starting everything and for the editor. */
const BEFORE_MS = 75 * SECOND

test.skip(
  process.env.SCHEDULE !== 'full',
  'SCHEDULE=full lives through the nights on which the clocks change',
)
test.skip(!existsSync(FAKETIME), 'Debian’s faketime is not installed, and only with it is it another day.')

const NIGHTS = [
  {
    clocks: 'jump ahead',
    date: '2027-03-28',
    isSecond: false,
    said: 'The clocks jump over 02:00 there: it is moved on by 1 hour, to 03:00.',
    shown: 'Sunday 28 Mar 2027, 03:00 Berlin',
    own: 'Saturday 27 Mar 2027, 21:00 New York (where you are)',
    site: 'Sunday 28 Mar 2027, 01:00 UTC (the site)',
  },
  {
    clocks: 'go back',
    date: '2027-10-31',
    isSecond: true,
    said: 'The clocks show 02:00 twice there. Which one is it?',
    shown: 'Sunday 31 Oct 2027, 02:00 Berlin',
    own: 'Saturday 30 Oct 2027, 21:00 New York (where you are)',
    site: 'Sunday 31 Oct 2027, 01:00 UTC (the site)',
  },
]

let room: Newsroom | null = null
test.afterEach(async () => {
  await room?.close()
  room = null
})
test.afterAll(removePrograms)

for (const { clocks, date, isSecond, said, shown, own, site } of NIGHTS)
  test(`in the night in which the clocks ${clocks}, a post that an editor gave that hour comes at its instant`, async ({ browser }) => {
    test.setTimeout(240_000)
    const due = new Date(`${date}T01:00:00Z`)
    const secondsAhead = Math.round((due.getTime() - Date.now() - BEFORE_MS) / SECOND)
    room = await openNewsroom({ secondsAhead })
    const { url } = await room.serve({ secondsAhead, hasOwner: true })
    const page = await browser.newPage({ baseURL: url, timezoneId: 'America/New_York' })
    await signIn(page)
    await writePost(page, 'At two in the night', 'An escapement.')

    await page.keyboard.press('Control+Enter')
    const panel = page.getByRole('dialog', { name: 'Publish' })
    await panel.getByRole('radio', { name: 'At a time' }).click()
    await panel.getByLabel('Date').fill(date)
    await panel.getByLabel('Time', { exact: true }).fill('02:00')
    await panel.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin')
    await page.getByRole('option', { name: 'Europe/Berlin' }).click()
    await expect(panel.getByText(said)).toBeVisible()
    if (isSecond) await panel.getByRole('radio', { name: 'The second, 01:00 UTC' }).click()
    for (const text of [shown, own, site]) await expect(panel.getByText(text, { exact: true })).toBeVisible()
    await panel.getByRole('button', { name: 'Schedule', exact: true }).click()
    await expect(page.getByText(`Goes live ${shown} (01:00 UTC), `).first()).toBeVisible()

    const [post] = await room.ask<{ id: string; date: Date; zone: string; isEarly: boolean }>(
      `SELECT id::text, date, date_zone AS zone, date > now() + interval '1 second' AS "isEarly" FROM post`,
    )
    if (post === undefined) throw new Error('There is no post.')
    expect(post).toMatchObject({ date: due, zone: 'Europe/Berlin', isEarly: true })
    const moment = new Date(due.getTime() - secondsAhead * SECOND)
    const seen = await watchFor({ moment, becomes: true }, async () => {
      const { status } = await fetch(`${url}/posts/at-two-in-the-night`)
      return status === 200
    })
    expect(verdictOf(seen)).toBe('on time')
    expect(await (await fetch(`${url}/posts/at-two-in-the-night`)).text()).toContain(due.toISOString().slice(0, 17))
    await expectToldOnce(room, [post], { by: 10 * SECOND, extra: 0 })
    const [event] = await room.ask<{ due: string }>(`SELECT data ->> 'due' AS due FROM event WHERE type = 'post.appeared'`)
    expect(event?.due).toBe(due.toISOString())
  }) // prettier-ignore
