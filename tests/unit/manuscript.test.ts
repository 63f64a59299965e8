import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { openJournal } from '@/components/editor/keeping/journal'
import { Manuscript } from '@/components/editor/keeping/manuscript'
import type { DeskState } from '@/domain/posts/desk-post'
import { emptyContent, type PostContent, type PostContentInput } from '@/domain/posts/schema'
import type { Answer } from '@/lib/answer'

const PERSON = 'a-person'

/** What a server does that keeps one post; `hold` keeps its answers back until it is let go. */
class Server {
  versions: PostContent[] = []
  id = ''
  by: string | null = null
  answers: 'all' | 'none' | 'lost' = 'all'
  held: Promise<void> = Promise.resolve()

  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.held = promise
    return resolve
  }

  state(): DeskState {
    const may = { edit: true, publish: true, trash: true, delete: true, changeBylines: true }
    return {
      id: this.id, kind: 'post', version: this.versions.length, slug: 's', path: '/posts/s', status: 'draft', sentence: '', now: new Date(),
      date: null, zone: 'UTC', expiresAt: null, returnsAt: null, expiresZone: 'UTC', plannedFor: null, plannedZone: 'UTC',
      shows: null, ahead: [], submitted: false, pinned: false, wasLive: false, unpublishedChanges: 0, changed: [],
        livePath: null, may,
    } // prettier-ignore
  }

  async write(version: number, content: PostContentInput): Promise<Answer<DeskState>> {
    if (this.answers === 'none') throw new TypeError('Failed to fetch')
    if (version !== this.versions.length) {
      const details = {
        version: this.versions.length,
        by: this.by,
        at: new Date(),
        content: this.versions.at(-1),
      }
      return { ok: false, code: 'conflict', sentence: 'Somebody saved.', details }
    }
    this.versions.push({ ...emptyContent, ...content, slug: 's' })
    const state = this.state()
    await this.held
    if (this.answers === 'lost') throw new TypeError('Failed to fetch')
    return { ok: true, value: state }
  }

  readonly actions = {
    create: async ({ id, content }: { id: string; content: PostContentInput }) => {
      this.id ||= id
      return this.write(0, content)
    },
    save: async ({ version, content }: { version: number; content: PostContentInput }) =>
      this.write(version, content),
  }
}

function post(part: Partial<PostContent>): PostContent {
  return { ...emptyContent, title: 'T', slug: 's', ...part }
}

/** A page that opened the post as the server has it. */
function open(server: Server, person = PERSON) {
  const initial = server.versions.at(-1)
  const { actions } = server
  return initial === undefined
    ? new Manuscript({ initial: emptyContent, state: null, person, actions })
    : new Manuscript({ initial, state: server.state(), person, actions })
}

function serverWith(body: string): Server {
  const server = new Server()
  server.id = 'a-post'
  server.versions.push(post({ body }))
  return server
}

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
  const server = new Server()
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
})
