import { parseFrontMatter } from '@/domain/transfer/front-matter'
import { asText, isRecord } from '@/domain/transfer/front-matter-values'
import { Refusal } from '@/lib/errors'
import { readValues } from './site-config'

/** What files beside the texts of a site say about them. */
export type Sides = {
  /** The name of an author by the key that texts use for it, in lower case. */
  authors: ReadonlyMap<string, string>
  /** Eleventy: values that all texts of a folder have. */
  folders: ReadonlyMap<string, Record<string, unknown>>
}

const authorList = /(?:^|\/)\.?authors\.(?:ya?ml|json|toml)$/i
const authorFile = /(?:^|\/)_?authors\/([^/]+?)(?:\/_?index)?(?:\.[a-z]{2})?\.(?:ya?ml|json|toml|mdx?)$/i
const folderData = /^(?:.*\/)?([^/]+)\/\1(?:\.11tydata)?\.(?:json|[cm]?js)$/

/** Whether a file, by its path in the site, is read for what it says about others. */
export function isSideFile(path: string): boolean {
  return authorList.test(path) || authorFile.test(path) || folderData.test(path)
}

/** Reads them, by their paths in the site. What cannot be read says nothing. */
export function readSides(files: ReadonlyMap<string, string>): Sides {
  const authors = new Map<string, string>()
  const folders = new Map<string, Record<string, unknown>>()
  for (const [path, text] of files) {
    const values = valuesOf(path, text)
    const key = authorFile.exec(path)?.[1]
    if (folderData.test(path)) folders.set(folderOf(path), { ...folders.get(folderOf(path)), ...values })
    else if (key !== undefined) putAuthor(authors, [key, values.short_name, values.slug, values.id], values)
    else for (const [name, about] of peopleIn(values)) putAuthor(authors, [name], about)
  }
  return { authors, folders }
}

function valuesOf(path: string, text: string): Record<string, unknown> {
  try {
    return /\.mdx?$/i.test(path) ? parseFrontMatter(text).values : readValues(path, text)
  } catch (error) {
    if (error instanceof Refusal) return {}
    throw error
  }
}

/** `jane: { name: Jane Doe }`, or the same one level below, as MkDocs has it. */
function peopleIn(values: Record<string, unknown>): [string, Record<string, unknown>][] {
  const all = isRecord(values.authors) ? values.authors : values
  return Object.entries(all).flatMap(([key, about]) => {
    if (typeof about === 'string') return [[key, { name: about }]]
    return isRecord(about) ? [[key, about]] : []
  })
}

function putAuthor(authors: Map<string, string>, keys: unknown[], about: Record<string, unknown>) {
  const name = asText(about.name) ?? asText(about.display_name) ?? asText(about.title)
  if (name === null) return
  for (const key of keys) {
    const text = asText(key)?.toLowerCase()
    if (text !== undefined && !authors.has(text)) authors.set(text, name)
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
