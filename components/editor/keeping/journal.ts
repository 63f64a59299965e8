import { openDB, type DBSchema } from 'idb'
import { z } from 'zod'
import type { PostContent } from '@/domain/posts/schema'

const text = z.string().nullable()
/** As typed, which may be more than the server takes: what it refuses is kept too. */
const keptContent = z.object({
  kind: z.enum(['post', 'page']),
  title: z.string(),
  subtitle: text,
  description: text,
  slug: z.string(),
  body: z.string(),
  tags: z.array(z.string()),
  series: z.array(z.object({ name: z.string(), position: z.number().nullable() })),
  bylineIds: z.array(z.string()),
  featuredImage: text,
  featuredImageAlt: text,
  thumbnail: text,
  audio: text,
  canonicalUrl: text,
  comments: z.boolean(),
  toc: z.boolean(),
  math: z.enum(['double', 'dollars']),
  noindex: z.boolean().default(false),
})

const kept = z.object({
  /** One page that is open, or was: two windows never write into each other's entry. */
  window: z.string(),
  post: z.string(),
  person: z.string(),
  isNew: z.boolean(),
  content: keptContent,
  base: z.object({ version: z.number(), content: keptContent }),
  sent: z.array(keptContent),
  at: z.date(),
})

/** A text that this device has and the server may not: what it was based on, and what was sent without an answer. */
export type Kept = Omit<z.output<typeof kept>, 'content' | 'base' | 'sent'> & {
  content: PostContent
  base: { version: number; content: PostContent }
  sent: PostContent[]
}

export type Journal = {
  /** Resolves when the text is on the disk, past the caches that a power cut empties. */
  write: (entry: Kept) => Promise<void>
  drop: (window: string) => Promise<void>
  /** What this person left behind in windows that are not open any more, the oldest first. */
  listLeft: (person: string) => Promise<Kept[]>
}

interface Texts extends DBSchema {
  texts: { key: string; value: unknown }
}

/** The texts on this device that the server has not confirmed. */
export async function openJournal(): Promise<Journal> {
  const database = await openDB<Texts>('octavo', 1, {
    upgrade: (opened) => void opened.createObjectStore('texts'),
  })
  function begin() {
    return database.transaction('texts', 'readwrite', { durability: 'strict' })
  }
  return {
    write: async (entry) => {
      const transaction = begin()
      const put = transaction.store.put(entry, entry.window)
      // Without waiting for the answer of the put: a tab that ends right now has handed over everything.
      transaction.commit()
      await Promise.all([put, transaction.done])
    },
    drop: async (window) => {
      const { store, done } = begin()
      await Promise.all([store.delete(window), done])
    },
    listLeft: async (person) => {
      const [entries, open] = await Promise.all([database.getAll('texts'), listOpenWindows()])
      return entries
        .flatMap((entry) => kept.safeParse(entry).data ?? [])
        .filter((entry) => entry.person === person && !open.has(entry.window))
        .sort((one, other) => one.at.getTime() - other.at.getTime())
    },
  }
}

/** Says to other windows that this one is open, until the answer is called or the page ends, however it ends. */
export function holdWindow(window: string): () => void {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  // Absent on a page that came without https: there every other window counts as closed.
  void navigator.locks?.request(LOCK + window, () => held)
  return release
}

const LOCK = 'octavo:window:'

async function listOpenWindows(): Promise<Set<string>> {
  const held = (await navigator.locks?.query())?.held ?? []
  return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) ? name.slice(LOCK.length) : [])))
}
