import { decodePath, joinPath } from '@/domain/transfer/decode-path'
import { listReferences } from '@/domain/transfer/references'
import { inSite, type Site } from '@/domain/transfer/site/site'

const mediaFile = /\.(jpe?g|png|gif|webp|avif|svg|bmp|mp3|m4a|ogg|oga|opus|wav|flac)$/i
const pageFile = /\.(md|mdx|markdown|mdown|mkd|html?|xml|php|aspx?|rst)$/i

export type SourceMedia = {
  media: { reference: string; file: string }[]
  warnings: { reference: string; what: string }[]
}

/**
 * The pictures and sounds of the source that a body or front matter refers to. `reference` is exactly as written; `file` is a
 * path from the source's root, `../static/a.png` for one above it. Those that are named but not there are warned about, and so
 * are other files, which stay behind. Code is not searched.
 */
type Input = { path: string; body: string; named: string[]; folder?: string | null; site: Site }

export function findMedia({ path, body, named, folder = null, site }: Input): SourceMedia {
  const references = new Set([...named, ...listReferences(body)])
  const found: SourceMedia = { media: [], warnings: [] }
  for (const reference of references) {
    const wanted = localPath(reference, site)
    if (wanted === null || !/\.\w{2,5}$/.test(wanted) || pageFile.test(wanted)) continue
    const placed = folder === null || wanted.startsWith('/') ? null : joinPath(folder, wanted)
    const file = (placed === null ? null : findFile(`/${placed}`, path, site)) ?? findFile(wanted, path, site)
    const isMedia = mediaFile.test(wanted)
    if (isMedia && file !== null) found.media.push({ reference, file })
    if (isMedia && file === null)
      found.warnings.push({ reference, what: `“${reference}” is not in the source` })
    if (!isMedia && file !== null)
      found.warnings.push({
        reference,
        what: `“${reference}” is neither a picture nor a sound and was not brought along`,
      })
  }
  return found
}

/** The file of the site that a text means by a path, as a path from the source's root. */
export function findFile(wanted: string, path: string, site: Site): string | null {
  const found = candidates(wanted, inSite(path, site.prefix)).find((candidate) => site.files.has(candidate))
  return found === undefined ? null : (site.files.get(found) ?? null)
}

/** The path that a reference means in the site; null for one that leads out of it. */
export function localPath(reference: string, { config }: Site): string | null {
  const own = URL.parse(reference.startsWith('//') ? `https:${reference}` : reference)
  const address = own !== null && config.hosts.has(own.host.toLowerCase()) ? own.pathname : reference
  const pelican = address.replace(/^[{|](?:static|filename|attach)[}|]/, '')
  const bare = pelican.replace(/[?#].*$/s, '').replace(/^(?:@|~)\//, '/src/')
  if (bare === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(bare) || bare.includes('{{')) return null
  const path = decodePath(bare).replaceAll('\\', '/')
  return config.basePath !== '' && path.startsWith(`${config.basePath}/`)
    ? path.slice(config.basePath.length)
    : path
}

const roots = [
  '', 'static', 'public', 'assets', 'source', 'src', 'content', 'src/assets', 'assets/images', 'static/images', 'assets/img', 'images',
  'static/img', 'src/images', 'public/images', 'source/images', 'docs', 'src/content', 'media', 'src/static', 'content/images',
] // prettier-ignore

function candidates(wanted: string, path: string): string[] {
  const folder = path.split('/').slice(0, -1).join('/')
  const stem = path.replace(/\.[^./]+$/, '')
  const beside = wanted.startsWith('/') ? [] : [joinPath(folder, wanted), joinPath(stem, wanted)]
  const climbed = wanted.replace(/^(\.\.\/)+/, '')
  const paths = [...beside, ...roots.map((root) => joinPath(root, climbed))].filter((found) => found !== null)
  return paths.flatMap((found) => [found, found.normalize('NFC'), found.normalize('NFD')])
}
