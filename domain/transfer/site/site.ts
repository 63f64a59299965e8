import type { Generator } from '@/domain/transfer/body/body-context'
import { recogniseGenerator } from './generator'
import type { PageIndex } from './page-index'
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
  /** Known once every file of the source was looked at. */
  pages: PageIndex | null
}

type Survey = { files: Iterable<string>; prefix?: string; configs?: ReadonlyMap<string, string> }

/** What is known of a site by its files, given as paths of the source, and the texts of its configuration. */
export function describeSite({ files, prefix = '', configs = new Map() }: Survey): Site {
  const known = new Map<string, string>()
  const folders = new Set<string>()
  for (const file of files) {
    const path = inSite(file, prefix)
    known.set(path, file)
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
  return { generator, config: readSiteConfig(configs), prefix, files: known, folders, pages: null }
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
  const folders = contentFolders(site).filter((folder) => site.folders.has(folder))
  return folders.length === 0 || folders.some((folder) => path.startsWith(`${folder}/`))
}

/** The part of a path in a site that its addresses do not show: `content`, `src/pages`. */
export function contentFolderOf(site: Site, path: string): string {
  const all = [
    ...contentFolders(site),
    ...unseen(site.generator),
    ...(site.generator === 'unknown' ? ['content'] : []),
  ]
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
  if (generator === 'astro') return ['src/content', 'src/data', 'src/pages']
  return generator === 'eleventy' ? ['src', 'content', 'src/content', 'src/site', 'source'] : []
}
