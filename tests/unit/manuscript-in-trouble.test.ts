import { expect, onTestFinished, test, vi } from 'vitest'
import type { Journal, Kept } from '@/components/editor/keeping/journal'
import { settleMerge } from '@/components/editor/keeping/merge'
import { Manuscript } from '@/components/editor/keeping/manuscript'
import { OnePostServer, open, PERSON, post, serverWith } from '@/tests/support/one-post-server'

vi.stubGlobal('reportError', () => undefined)
vi.stubGlobal('window', new EventTarget())

/** A journal that tells what it was asked for, in order. */
function noted(left: Kept[] = [], fails: () => boolean = () => false) {
  const acts: string[] = []
  const journal: Journal = {
    write: async ({ content }) => {
      if (fails()) throw new Error('The disk is full.')
      acts.push(`write ${content.body}`)
    },
    drop: async (window) => void acts.push(window === 'left' ? 'drop left' : 'drop own'),
    listLeft: async () => left,
  }
  return { acts, journal }
}

function leftBehind(server: OnePostServer, base: string, body: string): Kept {
  const version = { version: 1, content: post({ body: base }) }
  return { window: 'left', post: server.id, person: PERSON, isNew: false, content: post({ body }), base: version, sent: [], at: new Date() } // prettier-ignore
}

function answer(manuscript: Manuscript, body: 'mine' | 'theirs' | 'both') {
  const { clash } = manuscript.shown.snapshot()
  if (clash === null) throw new Error('Nothing is asked.')
  manuscript.settle(settleMerge(clash.merge, { body: [body], fields: {} }))
}

test('what was undone after a save whose answer was lost is saved again', async () => {
  const server = serverWith('One.\n\nPrecious.')
  const manuscript = open(server)
  manuscript.type('One.')
  server.answers = 'lost'
  await manuscript.save()
  server.answers = 'all'
  manuscript.type('One.\n\nPrecious.')
  await manuscript.save()
  expect(server.versions.at(-1)?.body).toBe('One.\n\nPrecious.')
})

test('a text that was left behind stays on the disk until the merged one is there', async () => {
  const server = serverWith('One.')
  const left = leftBehind(server, 'One.', 'One, left.')
  server.versions = [post({ body: 'One.' }), post({ body: 'One, newer.' })]
  const manuscript = open(server)
  let isFull = false
  const { acts, journal } = noted([left], () => isFull)
  await manuscript.keepIn(journal)
  manuscript.use(left)
  isFull = true
  server.answers = 'none'
  answer(manuscript, 'both')
  await manuscript.save()
  await vi.waitFor(() => expect(manuscript.shown.snapshot().status.is).toBe('waiting'))
  expect(acts).not.toContain('drop left')
  isFull = false
  manuscript.change({ title: 'Room again' })
  await vi.waitFor(() => expect(acts).toContain('drop left'))
  expect(acts.indexOf('write One, left.\n\nOne, newer.')).toBeLessThan(acts.indexOf('drop left'))
})

test('keys that come while a post goes to the trash are not called saved, and go with it when it is back', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const server = serverWith('One.')
  const manuscript = open(server)
  const trashed = Promise.withResolvers<void>()
  const stateWith = (edit: boolean) => ({ ...server.state(), may: { ...server.state().may, edit } })
  const trash = manuscript.act(async () => {
    await trashed.promise
    return { ok: true, value: stateWith(false) }
  })
  await vi.advanceTimersByTimeAsync(0)
  manuscript.type('One. Typed meanwhile.')
  trashed.resolve()
  await trash
  await vi.advanceTimersByTimeAsync(5_000)
  expect(manuscript.shown.snapshot()).toMatchObject({ dirty: true })
  expect(manuscript.shown.snapshot().status.is).not.toBe('saved')
  await manuscript.act(async () => ({ ok: true, value: stateWith(true) }))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(server.versions.at(-1)?.body).toBe('One. Typed meanwhile.')
})

test('a question about a version that is gone by now is closed', async () => {
  const server = serverWith('One.\n\nTwo.')
  const manuscript = open(server)
  server.versions.push(post({ body: 'One, there.\n\nTwo.' }))
  manuscript.type('One, here.\n\nTwo.')
  await manuscript.save()
  server.versions.push(post({ body: 'One.\n\nTwo, by Ann.' }))
  const letGo = server.hold()
  const saving = manuscript.save()
  await vi.waitFor(() => expect(server.versions).toHaveLength(4))
  expect(manuscript.shown.snapshot().clash).toBeNull()
  letGo()
  await saving
  expect(server.versions.at(-1)?.body).toBe('One, here.\n\nTwo, by Ann.')
})

test('where theirs took a place out, keeping theirs keeps it out, and keeping both keeps mine', async () => {
  for (const [choice, body] of [['theirs', 'A.\n\nC.'], ['both', 'A.\n\nB, mine.\n\nC.']] as const) {
    const server = serverWith('A.\n\nB.\n\nC.')
    const manuscript = open(server)
    server.versions.push(post({ body: 'A.\n\nC.' }))
    manuscript.type('A.\n\nB, mine.\n\nC.')
    await manuscript.save()
    answer(manuscript, choice)
    await manuscript.save()
    expect(server.versions.at(-1)?.body).toBe(body)
  }
}) // prettier-ignore

test('blanks that the server takes off are no change of anybody', async () => {
  const server = serverWith('One.')
  const manuscript = open(server)
  manuscript.change({ title: 'Hello ' })
  await manuscript.save()
  server.versions.push(post({ title: 'Hello', body: 'One, by Ann.' }))
  manuscript.change({ title: 'Hello world' })
  await manuscript.save()
  expect(manuscript.shown.snapshot().clash).toBeNull()
  expect(server.versions.at(-1)).toMatchObject({ title: 'Hello world', body: 'One, by Ann.' })
})

test('who may not change a post any more still finds what was left behind', async () => {
  const server = serverWith('One.')
  const may = { ...server.state().may, edit: false }
  const { actions } = server
  const state = { ...server.state(), may }
  const manuscript = new Manuscript({ initial: post({ body: 'One.' }), state, person: PERSON, actions })
  await manuscript.keepIn(noted([leftBehind(server, 'One.', 'One, left.')]).journal)
  expect(manuscript.shown.snapshot().left.map(({ content }) => content.body)).toEqual(['One, left.'])
  expect(manuscript.written.content.body).toBe('One.')
})
