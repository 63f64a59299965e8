import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerCard } from '@/app/_http/card'
import { answerSecurity } from '@/app/_http/security'
import { answerSitemap, answerSitemapPart } from '@/app/_http/sitemap'
import { addressOfCard } from '@/domain/cards/card'
import { getCard } from '@/domain/cards/queries'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { createPost } from '@/domain/posts/commands'
import { publishPost, unpublishPost } from '@/domain/posts/publish'
import { changeSettings } from '@/domain/settings/commands'
import { getSettings } from '@/domain/settings/queries'
import { settingsInput } from '@/domain/settings/schema'
import { contentWith, personWith } from '@/tests/support/posts'
import { parseXml } from '@/tests/support/xml'

let owner: Actor & { id: string }
beforeAll(async () => {
  process.env.SITE_URL = 'https://blog.example'
  owner = await personWith('owner')
})
afterAll(closeRenderPool)

const draft = async (title: string) => createPost(owner, contentWith({ title }))

const askForCard = (address: string) => answerCard(address.split('/').at(-1) ?? '')

test('a live post has a card with its title, drawn once; a draft has none', async () => {
  const post = await draft('A page that was fast with ten posts has to be fast with a hundred thousand')
  expect(await getCard(post.id)).toBe(null)
  expect((await askForCard(`/card/${post.id}-0123456789ab.png`)).status).toBe(404)
  await publishPost(owner, post)
  const card = await getCard(post.id)
  if (card === null) throw new Error('a live post has a card')
  const answer = await askForCard(addressOfCard(card))
  const picture = Buffer.from(await answer.arrayBuffer())
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  const again = await askForCard(`/card/${post.id}-0123456789ab.png`)
  expect(Buffer.from(await again.arrayBuffer()).equals(picture)).toBe(true)
  await unpublishPost(owner, post.id)
  expect((await askForCard(addressOfCard(card))).status).toBe(404)
})

test.each(['日本語のテスト', '🎉', '</div><script>', 'ß'.repeat(900), 'التقويم'])(
  'the card of a post called %j is drawn without asking anybody',
  async (title) => {
    const post = await draft(title)
    await publishPost(owner, post)
    const card = await getCard(post.id)
    if (card === null) throw new Error('a live post has a card')
    expect((await askForCard(addressOfCard(card))).headers.get('content-type')).toBe('image/png')
  },
)

test('every address of the sitemap is absolute, and a part that is not there is not found', async () => {
  const map = parseXml(await (await answerSitemap()).text())
  expect(map.name).toBe('urlset')
  for (const { children } of map.children) expect(children[0]?.text).toMatch(/^https:\/\/blog\.example\//)
  for (const file of ['0.xml', '2.xml', 'x', '1', '99999.xml'])
    expect((await answerSitemapPart(file)).status).toBe(404)
  expect((await answerSitemapPart('lists.xml')).status).toBe(200)
})

test('security.txt names the contact of the settings, and is not there without one', async () => {
  expect((await answerSecurity()).status).toBe(404)
  const input = { ...(await getSettings()), securityContact: 'safe@blog.example' }
  await changeSettings(owner, settingsInput.parse(input))
  const text = await (await answerSecurity()).text()
  expect(text).toContain('Contact: mailto:safe@blog.example\n')
  const [, expires = ''] = /Expires: (\S+)/.exec(text) ?? []
  expect(Date.parse(expires) - Date.now()).toBeGreaterThan(86_400_000 * 100)
  expect(settingsInput.safeParse({ ...input, securityContact: 'javascript:alert(1)' }).success).toBe(false)
})
