import { dialects } from '@/domain/transfer/front-matter-keys'
import type { Lookup } from '@/domain/transfer/front-matter-lookup'
import { asAddress, asText, isRecord, oneLine } from '@/domain/transfer/front-matter-values'
import { inSite, type Site } from '@/domain/transfer/site/site'

type Input = { lookup: Lookup; values: Record<string, unknown>; site: Site; path: string }

/** The pictures and the sound that front matter names, as written; a bundle may hold its picture under a name that says so. */
export function readNamedMedia({ lookup, values, site, path }: Input) {
  const read = (names: readonly string[]) => lookup.take(names, asFile, 'deep')?.value ?? null
  const alt =
    lookup.take(dialects.featuredImageAlt, asText) ?? lookup.take(dialects.featuredImage, altOf, 'deep')
  return {
    featuredImage: read(dialects.featuredImage) ?? resourceNamed(values) ?? featuredBeside(path, site),
    featuredImageAlt: oneLine(alt?.value),
    thumbnail: read(dialects.thumbnail) ?? teaserIn(values),
    audio: read(dialects.audio),
  }
}

function altOf(value: unknown): string | null {
  return isRecord(value) ? asText(value.alt ?? value.image_alt) : null
}

/** Themes of Jekyll: `header: { teaser: a.jpg }`, `image: { teaser: a.jpg }`. */
function teaserIn({ header, image }: Record<string, unknown>): string | null {
  return [header, image].map((part) => (isRecord(part) ? asFile(part.teaser) : null)).find(Boolean) ?? null
}

/** Hugo: `resources: [{ name: featured-image, src: a.jpg }]`. */
function resourceNamed({ resources }: Record<string, unknown>): string | null {
  const list = Array.isArray(resources) ? resources.filter(isRecord) : []
  const found = list.find(({ name }) =>
    /^(featured?|cover|header|hero)([-_]?image)?$/i.test(asText(name) ?? ''),
  )
  return found === undefined ? null : asFile(found.src)
}

function featuredBeside(path: string, site: Site): string | null {
  if (!/(^|\/)_?index\.[\w.-]+$/.test(path)) return null
  const folder = inSite(path, site.prefix).split('/').slice(0, -1).join('/')
  const names = ['feature', 'featured', 'featured-image', 'cover'].flatMap((name) =>
    ['jpg', 'jpeg', 'png', 'webp', 'avif'].map((ending) => `${name}.${ending}`),
  )
  return names.find((name) => site.files.has(`${folder}/${name}`)) ?? null
}

function asFile(value: unknown): string | null {
  const address = asAddress(value)
  if (address === null || /[\n<>"]/.test(address)) return null
  if (/^(?:https?:)?\/\//i.test(address)) return address
  const foreign = /^[a-z][a-z0-9+.-]*:/i.test(address)
  return !foreign && (/^[./~@]/.test(address) || /\.[a-z0-9]{2,5}([?#]|$)/i.test(address)) ? address : null
}
