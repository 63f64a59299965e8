import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Refusal } from '@/lib/errors'
import { readIncomingHead } from '@/domain/transfer/incoming-head'
import { readIncomingPost } from '@/domain/transfer/incoming-post'
import { planByNames, type PlannedPage } from '@/domain/transfer/planned-addresses'
import type { IncomingFile, ReadOptions } from '@/domain/transfer/reader'
import { guessOwnAddress } from '@/domain/transfer/site/own-address'
import { indexPages } from '@/domain/transfer/site/page-index'
import { inSite, type Site } from '@/domain/transfer/site/site'
import {
  isFileError,
  listSource,
  type SourceEntry,
  type SourceListing,
} from '@/domain/transfer/source-folder'
import { decodeSource } from '@/domain/transfer/source-text'

const largest = 16 * 1024 * 1024

/**
 * Reads a folder of Markdown, or one file, post by post in the order of the paths; one file is in memory at a time. A file
 * that cannot be read or understood comes with a `problem`. `zone` (IANA name) is where dates without one are meant.
 * Throws `Refusal('not-found')` when there is nothing at `root`.
 */
export async function* readMarkdownFolder(root: string, options: ReadOptions): AsyncGenerator<IncomingFile> {
  yield* readListed(await listRoot(root), options)
}

/** The same of a folder that was listed. */
export async function* readListed(
  listing: SourceListing,
  options: ReadOptions,
): AsyncGenerator<IncomingFile> {
  const known = { ...listing, site: await knowPages(listing, options) }
  for (const entry of known.markdown) yield await readMarkdownFile(known, entry, options.zone)
}

/** Looks at every file once, so that links between them can lead to where they will be. */
async function knowPages(listing: SourceListing, { zone, plan = planByNames }: ReadOptions): Promise<Site> {
  const { site, folder, markdown } = listing
  const heads: PlannedPage[] = []
  const links = new Set<string>()
  for (const entry of markdown) {
    const bytes = entry.problem ?? (await readBytes(path.join(folder, entry.path)))
    const head =
      typeof bytes === 'string' ? null : readPlanned(bytes, { path: entry.path, site, zone, links })
    if (head !== null) heads.push(head)
  }
  const addresses = await plan(heads)
  const pages = heads.flatMap((head) => {
    const address = addresses.get(head.path)
    return address === undefined ? [] : [{ ...head, path: inSite(head.path, site.prefix), address }]
  })
  const guess = guessOwnAddress(links, indexPages(pages, site.config).has)
  const hosts = new Set([...site.config.hosts, ...guess.hosts])
  const config = { ...site.config, hosts, basePath: site.config.basePath || guess.basePath }
  return { ...site, config, pages: indexPages(pages, config) }
}

type Wanted = { path: string; site: Site; zone: string; links: Set<string> }

// Only whether there are many of one kind matters, so code is not told apart.
const absoluteLink = /\]\(((?:https?:\/)?\/[^\s()<>]{3,300})\)/g

function readPlanned(bytes: Uint8Array, { path, site, zone, links }: Wanted): PlannedPage | null {
  try {
    const { source } = decodeSource(bytes)
    const { kind, title, language, addresses, body } = readIncomingHead({ path, source, site, zone })
    for (const [, link = ''] of body.matchAll(absoluteLink)) links.add(link)
    const former = [...addresses.former, ...addresses.aliases]
    return kind === 'section' ? null : { path, kind, title, language, slug: addresses.slug, former }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** How many files `readMarkdownFolder` will yield. */
export async function countMarkdownFiles(root: string): Promise<number> {
  const { markdown } = await listRoot(root)
  return markdown.length
}

/** Everything at `root`. Throws `Refusal('not-found')` when there is nothing. */
export async function listRoot(root: string): Promise<SourceListing> {
  try {
    return await listSource(root)
  } catch (error) {
    if (isFileError(error)) throw new Refusal('not-found', `There is nothing to read at ${root}.`)
    throw error
  }
}

async function readMarkdownFile(
  { folder, files, site }: SourceListing,
  entry: SourceEntry,
  zone: string,
): Promise<IncomingFile> {
  const read = entry.problem ?? (await readBytes(path.join(folder, entry.path)))
  const bytes = typeof read === 'string' ? new Uint8Array() : read
  const file = { path: entry.path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  if (typeof read === 'string') return { ...file, problem: read }
  try {
    const { source, repairs } = decodeSource(bytes)
    const post = readIncomingPost({ path: entry.path, source, files, zone, site })
    return { ...file, post: { ...post, repairs: [...repairs, ...post.repairs] } }
  } catch (error) {
    if (error instanceof Refusal) return { ...file, problem: error.message }
    throw error
  }
}

async function readBytes(file: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(file)
    return size > largest ? 'this file is larger than 16 MB' : await readFile(file)
  } catch (error) {
    if (isFileError(error))
      return error.code === 'EACCES'
        ? 'there is no permission to read this file'
        : `this file cannot be read (${error.code})`
    throw error
  }
}
