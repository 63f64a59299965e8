import type { Generator } from '@/domain/transfer/body/body-context'
import { recogniseGenerator } from './generator'
import type { PageIndex } from './page-index'
import { readSides, type Sides } from './side-files'
import { readSiteConfig, type SiteConfig } from './site-config'

/** The site a source belongs to. Its paths start at the top of the site, wherever in it the source begins. */
export type Site = {
  generator: Generator
  config: SiteConfig
  /** Where the source begins in the site, `content/posts`; empty when it is the whole site. */
  prefix: string
  /** Every file of the site that is known, by its path in the site: the path in the source, `../static/a.png`. */
  files: ReadonlyMap<string, string>
  folders: ReadonlySet<string>
  /** Where a file of this name lies in the site; programs for notes look for pictures so. */
  byName: ReadonlyMap<string, string>
  sides: Sides
  /** Known once every file of the source was looked at. */
  pages: PageIndex | null
}

type Survey = {
  files: Iterable<string>
  prefix?: string
  configs?: ReadonlyMap<string, string>
  /** Texts of the side files, by their path in the site. */
  sides?: ReadonlyMap<string, string>
}

/** What is known of a site by its files, given as paths of the source, and the texts of its configuration. */
export function describeSite({ files, prefix = '', configs = new Map(), sides = new Map() }: Survey): Site {
  const known = new Map<string, string>()
  const byName = new Map<string, string>()
  const folders = new Set<string>()
  for (const file of files) {
    const path = inSite(file, prefix)
    known.set(path, file)
    byName.set(path.slice(path.lastIndexOf('/') + 1), path)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end)
      if (folders.has(folder)) break
      folders.add(folder)
    }
  }
  const generator = recogniseGenerator({
    has: (path) => known.has(path) || configs.has(path),
    hasBelow: (folder) => folders.has(folder),
    config: (path) => configs.get(path) ?? '',
  })
  const config = readSiteConfig(configs)
  return { generator, config, prefix, files: known, folders, byName, sides: readSides(sides), pages: null }
}

/** A path of the source as a path of the site. */
export function inSite(path: string, prefix: string): string {
  const steps = prefix === '' ? [] : prefix.split('/')
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Whether Markdown at this place is content; in a site of a known kind the rest is about the site itself. */
export function isContent(site: Site, path: string): boolean {
  if (site.generator === 'jekyll' && site.config.excluded.some((entry) => isBelow(path, entry))) return false
  const folders = contentFolders(site).filter((folder) => site.folders.has(folder))
  return folders.length === 0 || folders.some((folder) => path.startsWith(`${folder}/`))
}

function isBelow(path: string, entry: string): boolean {
  const pattern = entry
    .replace(/^\.?\/|\/$/g, '')
    .split('*')
    .map((part) => RegExp.escape(part))
  return new RegExp(`^${pattern.join('[^/]*')}(?:/|$)`).test(path)
}

/** The part of a path in a site that its addresses do not show: `content`, `src/pages`. */
export function contentFolderOf(site: Site, path: string): string {
  const all = [...contentFolders(site), ...unseen(site.generator)]
  const fitting = all.filter((folder) => path.startsWith(`${folder}/`))
  return fitting.reduce((longest, folder) => (folder.length > longest.length ? folder : longest), '')
}

function contentFolders({ generator, config }: Site): string[] {
  const own = [
    ...config.languageFolders.keys(),
    ...(config.contentFolder === null ? [] : [config.contentFolder]),
  ]
  const usual: Partial<Record<Generator, string[]>> = {
    hugo: ['content', ...own],
    zola: ['content'],
    hexo: ['source'],
    pelican: ['content'],
    astro: ['src', 'content'],
    docusaurus: ['blog', 'docs', 'i18n', 'src/pages'],
    mkdocs: ['docs'],
  }
  return usual[generator] ?? []
}

function unseen(generator: Generator): string[] {
  // Middleman has its pages in `source`, and a program for its configuration.
  if (generator === 'unknown' || generator === 'gatsby') return ['content', 'source']
  if (generator === 'astro') return ['src/content', 'src/data', 'src/pages']
  return generator === 'eleventy' ? ['src', 'content', 'src/content', 'src/site', 'source'] : []
}
