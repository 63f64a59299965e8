import { Manuscript } from '@/components/editor/keeping/manuscript'
import type { DeskState } from '@/domain/posts/desk-post'
import { emptyContent, type PostContent, type PostContentInput } from '@/domain/posts/schema'
import type { Answer } from '@/lib/answer'

export const PERSON = 'a-person'

/** What a server does that keeps one post; `hold` keeps its answers back until it is let go. */
export class OnePostServer {
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

export function post(part: Partial<PostContent>): PostContent {
  return { ...emptyContent, title: 'T', slug: 's', ...part }
}

/** A page that opened the post as the server has it. */
export function open(server: OnePostServer, person = PERSON) {
  const initial = server.versions.at(-1)
  const { actions } = server
  return initial === undefined
    ? new Manuscript({ initial: emptyContent, state: null, person, actions })
    : new Manuscript({ initial, state: server.state(), person, actions })
}

export function serverWith(body: string): OnePostServer {
  const server = new OnePostServer()
  server.id = 'a-post'
  server.versions.push(post({ body }))
  return server
}
