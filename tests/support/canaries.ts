import { behindTheServer } from '@/tests/support/behind'

export type Planted = {
  /** Addresses to ask for besides those that pages name. */
  asked: string[]
  /** Those that a search could find. */
  hiddenWords: string[]
  publicWords: string[]
  unknown: string[]
  gone: string[]
  moved: { from: string; to: string }
  takePublicBack(): Promise<void>
}

type Field =
  | 'Title'
  | 'Subtitle'
  | 'Description'
  | 'Body'
  | 'Tag'
  | 'Series'
  | 'Author'
  | 'Biography'
  | 'Website'
  | 'Picture'
  | 'Alt'
  | 'Audio'
  | 'Canonical'
type Words = Record<Field, string>

const HIDDEN = ['draft', 'scheduled', 'expired', 'trashed', 'unpublished', 'unsaved'] as const

/** Posts in every state with a word of their own in every field: `hiddenfinchDraftTitle`, `publicfinchTag`. */
export async function plantCanaries(): Promise<Planted> {
  const planted = await behindTheServer(plant)
  return {
    ...planted,
    hiddenWords: HIDDEN.flatMap((state) => {
      const { Title, Description, Body, Tag } = wordsOf(`hiddenfinch${state}`)
      return [Title, Description, Body, Tag]
    }),
    publicWords: Object.values(wordsOf('publicfinch')),
    takePublicBack: () => behindTheServer(() => takeBack(planted.publicId)),
  }
}

function wordsOf(stem: string): Words {
  const of = (field: Field) => `${stem}${field}`
  return {
    Title: of('Title'),
    Subtitle: of('Subtitle'),
    Description: of('Description'),
    Body: of('Body'),
    Tag: of('Tag'),
    Series: of('Series'),
    Author: of('Author'),
    Biography: of('Biography'),
    Website: of('Website'),
    Picture: of('Picture'),
    Alt: of('Alt'),
    Audio: of('Audio'),
    Canonical: of('Canonical'),
  }
}

async function plant() {
  const { createPost, savePost } = await import('@/domain/posts/commands')
  const { expirePost, publishPost, schedulePost, unpublishPost } = await import('@/domain/posts/publish')
  const { trashPost } = await import('@/domain/posts/trash')
  const { COMMAND_LINE: actor } = await import('@/domain/permissions')
  const { letTimePass } = await import('@/tests/support/posts')
  const { transaction } = await import('@/lib/db')
  const { expire } = await import('@/lib/depends')
  const make = async (stem: string) => createPost(actor, await contentOf(stem))
  const hour = 3_600_000

  await make('hiddenfinchdraft')
  const scheduled = await make('hiddenfinchscheduled')
  await schedulePost(actor, { ...scheduled, date: new Date(Date.now() + 24 * hour), zone: 'UTC' })
  const expired = await make('hiddenfinchexpired')
  await publishPost(actor, expired)
  await expirePost(actor, { id: expired.id, expiresAt: new Date(Date.now() + hour) })
  await letTimePass(expired.id, 2 * hour)
  const trashed = await make('hiddenfinchtrashed')
  await publishPost(actor, trashed)
  await trashPost(actor, trashed.id)
  const unpublished = await make('hiddenfinchunpublished')
  await publishPost(actor, unpublished)
  await unpublishPost(actor, unpublished.id)

  // A live post has had another slug, and what was saved since is nobody's business yet.
  const shown = await make('publicfinch')
  await publishPost(actor, shown)
  const content = { ...(await contentOf('publicfinch')), slug: 'publicfinch-moved' }
  const moved = await savePost(actor, { ...shown, content })
  await publishPost(actor, moved)
  await savePost(actor, { ...moved, content: await contentOf('hiddenfinchunsaved') })
  await transaction((tx) => expire(tx, ['all']))
  const paths = (states: readonly string[]) => states.map((state) => `/posts/hiddenfinch${state}title`)
  const unknown = paths(['draft', 'scheduled', 'unpublished', 'unsaved'])
  const gone = paths(['expired', 'trashed'])
  return {
    publicId: shown.id,
    unknown,
    gone,
    moved: { from: '/posts/publicfinchtitle', to: '/posts/publicfinch-moved' },
    asked: [...unknown, ...gone, '/posts/publicfinchtitle', '/search?q=plumage', ...HIDDEN.flatMap(listsOf)],
  }
}

/** The pages and feeds that a hidden post would have if it were live. */
function listsOf(state: string): string[] {
  const stem = `hiddenfinch${state}`
  const lists = [`/tags/${stem}tag`, `/series/${stem}series`, `/authors/${stem}author`]
  return lists.flatMap((list) => [list, `${list}/feed.xml`, `${list}/atom.xml`, `${list}/feed.json`])
}

async function contentOf(stem: string) {
  const { contentWith } = await import('@/tests/support/posts')
  const words = wordsOf(stem)
  return contentWith({
    title: words.Title,
    subtitle: words.Subtitle,
    description: words.Description,
    body: `All of them write of plumage. ${words.Body}`,
    tags: [words.Tag],
    series: [{ name: words.Series, position: 1 }],
    bylineIds: [await authorOf(words)],
    featuredImage: `https://pictures.example/${words.Picture}.png`,
    featuredImageAlt: words.Alt,
    thumbnail: `https://pictures.example/${stem}Thumbnail.png`,
    audio: `https://sounds.example/${words.Audio}.mp3`,
    canonicalUrl: `https://elsewhere.example/${words.Canonical}`,
  })
}

async function authorOf(words: Words): Promise<string> {
  const { db } = await import('@/lib/db')
  const slug = words.Author.toLowerCase()
  const known = await db.person.findUnique({ where: { slug }, select: { id: true } })
  if (known !== null) return known.id
  const url = `https://people.example/${words.Website}`
  const data = { name: words.Author, slug, bio: words.Biography, url, role: 'author' } as const
  return (await db.person.create({ data, select: { id: true } })).id
}

async function takeBack(id: string): Promise<void> {
  const { unpublishPost } = await import('@/domain/posts/publish')
  const { COMMAND_LINE } = await import('@/domain/permissions')
  await unpublishPost(COMMAND_LINE, id)
}
