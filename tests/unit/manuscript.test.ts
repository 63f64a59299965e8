import 'fake-indexeddb/auto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openJournal } from '@/components/editor/keeping/journal'
import { settleMerge } from '@/components/editor/keeping/merge'
import { OnePostServer, open, PERSON, post, serverWith } from '@/tests/support/one-post-server'

// In a browser these are there; what the editor reports here is a connection that fails on purpose.
vi.stubGlobal('reportError', () => undefined)
vi.stubGlobal('window', new EventTarget())

test('what is typed during a save is in the act that follows', async () => {
  const server = serverWith('One.')
  const manuscript = open(server)
  manuscript.type('One. Two.')
  const letGo = server.hold()
  const first = manuscript.save()
  await Promise.resolve()
  manuscript.type('One. Two. Three.')
  const published: { version: number; body: string | undefined }[] = []
  const act = manuscript.act(async ({ version }) => {
    published.push({ version, body: server.versions[version - 1]?.body })
    return { ok: true, value: server.state() }
  })
  letGo()
  await Promise.all([first, act])
  expect(published).toEqual([{ version: 3, body: 'One. Two. Three.' }])
})

test('a save whose answer was lost is no conflict with oneself', async () => {
  const server = serverWith('One.')
  const manuscript = open(server)
  manuscript.type('One. Two.')
  server.answers = 'lost'
  expect(await manuscript.save()).toBeNull()
  expect(manuscript.shown.snapshot().status.is).toBe('waiting')
  server.answers = 'all'
  manuscript.type('One. Two. Three.')
  await manuscript.save()
  expect(manuscript.shown.snapshot().clash).toBeNull()
  expect(server.versions.at(-1)?.body).toBe('One. Two. Three.')
})

test('a post whose first answer was lost is not begun twice', async () => {
  const server = new OnePostServer()
  const manuscript = open(server)
  manuscript.change({ title: 'New' })
  server.answers = 'lost'
  await manuscript.save()
  server.answers = 'all'
  manuscript.type('Words.')
  const state = await manuscript.save()
  expect(state?.id).toBe(server.id)
  expect(server.versions.at(-1)).toMatchObject({ title: 'New', body: 'Words.' })
})

test('another’s change in another paragraph is merged and saved', async () => {
  const server = serverWith('One.\n\nTwo.')
  const manuscript = open(server)
  server.by = 'Ann'
  server.versions.push(post({ body: 'One.\n\nTwo, by Ann.' }))
  manuscript.type('One, by me.\n\nTwo.')
  await manuscript.save()
  expect(server.versions.at(-1)?.body).toBe('One, by me.\n\nTwo, by Ann.')
  expect(manuscript.written.content.body).toBe('One, by me.\n\nTwo, by Ann.')
})

test('a true clash is saved by nobody until a person has chosen', async () => {
  const server = serverWith('One.')
  const manuscript = open(server)
  server.versions.push(post({ body: 'One, there.' }))
  manuscript.type('One, here.')
  expect(await manuscript.save()).toBeNull()
  const { clash, status } = manuscript.shown.snapshot()
  expect(status.is).toBe('conflict')
  expect(clash?.merge.body).toEqual([{ base: 'One.', mine: 'One, here.', theirs: 'One, there.' }])
  expect(server.versions).toHaveLength(2)
  manuscript.settle({ ...manuscript.written.content, body: 'One, here and there.' })
  await manuscript.save()
  expect(server.versions.at(-1)?.body).toBe('One, here and there.')
})

test('what is typed between the question and its answer is in the text that was made of both', async () => {
  const server = serverWith('One.\n\nTwo.')
  const manuscript = open(server)
  server.versions.push(post({ body: 'One, there.\n\nTwo.' }))
  manuscript.type('One, here.\n\nTwo.')
  await manuscript.save()
  manuscript.type('One, here.\n\nTwo, and the key of that moment.')
  const { clash } = manuscript.shown.snapshot()
  if (clash !== null) manuscript.settle(settleMerge(clash.merge, { body: ['both'], fields: {} }))
  await manuscript.save()
  const settled = 'One, here.\n\nOne, there.\n\nTwo, and the key of that moment.'
  expect(server.versions.at(-1)?.body).toBe(settled)
})

test('a question whose ground is typed away needs no answer', async () => {
  const server = serverWith('One.')
  const manuscript = open(server)
  server.versions.push(post({ body: 'One, there.' }))
  manuscript.type('One, here.')
  await manuscript.save()
  manuscript.type('One, there.')
  expect(manuscript.shown.snapshot().clash).toBeNull()
  await manuscript.save()
  expect(manuscript.shown.snapshot().status.is).toBe('saved')
})

test('nobody is asked in the middle of a word', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const server = serverWith('One.')
  const manuscript = open(server)
  server.versions.push(post({ body: 'One, there.' }))
  manuscript.type('One, h')
  const saving = manuscript.save()
  await Promise.resolve()
  manuscript.type('One, here.')
  await saving
  expect(manuscript.shown.snapshot().clash).toBeNull()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(manuscript.shown.snapshot().clash?.merge.body).toMatchObject([{ mine: 'One, here.' }])
})

test('an act on a post that somebody saved meanwhile shows the newer text and does nothing', async () => {
  const server = serverWith('One.')
  const manuscript = open(server)
  server.versions.push(post({ body: 'One.\n\nBy Ann.' }))
  const answer = await manuscript.act(async ({ version }) => {
    expect(version).toBe(1)
    return { ok: false, code: 'conflict', sentence: 'Somebody saved this post.' }
  })
  expect(answer.ok).toBe(false)
  expect(manuscript.written.content.body).toBe('One.\n\nBy Ann.')
})

test('a text that never reached the server is back when the post is opened again', async () => {
  const server = serverWith('One.')
  const left = open(server)
  const close = left.start(() => undefined)
  await left.keepIn(await openJournal())
  server.answers = 'none'
  left.type('One. Never saved.')
  await left.save()
  server.answers = 'all'
  close()
  await vi.waitFor(async () => expect(await (await openJournal()).listLeft(PERSON)).toHaveLength(1))

  const stranger = open(server, 'somebody-else')
  await stranger.keepIn(await openJournal())
  expect(stranger.written.content.body).toBe('One.')

  const again = open(server)
  await again.keepIn(await openJournal())
  expect(again.written.content.body).toBe('One. Never saved.')
  await again.save()
  expect(server.versions.at(-1)?.body).toBe('One. Never saved.')
  await vi.waitFor(async () => expect(await (await openJournal()).listLeft(PERSON)).toHaveLength(0))
})

test('a text left behind that clashes with a newer one waits for a choice', async () => {
  const server = serverWith('One.')
  const left = open(server)
  const close = left.start(() => undefined)
  await left.keepIn(await openJournal())
  left.type('One, left behind.')
  close()
  await vi.waitFor(async () => expect(await (await openJournal()).listLeft(PERSON)).toHaveLength(1))
  server.versions.push(post({ body: 'One, newer.' }))

  const again = open(server)
  await again.keepIn(await openJournal())
  expect(again.written.content.body).toBe('One, newer.')
  const [offer] = again.shown.snapshot().left
  expect(offer?.content.body).toBe('One, left behind.')
  if (offer !== undefined) again.use(offer)
  expect(again.shown.snapshot().clash?.merge.body).toHaveLength(1)
  again.change({ title: 'Saved meanwhile' })
  await again.save()
  expect(again.shown.snapshot().clash?.left).toBe(offer)
})
