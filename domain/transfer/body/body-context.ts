/** What a body can refer to, and where its conversion tells what it did. */
export type BodyContext = {
  /** The file, relative to the source, with `/`. */
  path: string
  generator: Generator
  /** Front matter, for `{{ page.title }}`. */
  values: Record<string, unknown>
  /** Texts of the site's own configuration, for `{{ site.title }}`; keys in lower case. */
  siteTexts: ReadonlyMap<string, string>
  /** Where a page of the source, named in any of the ways its generator knows, is found here; null when it is not known. */
  pageAt: (reference: string) => string | null
  /** The file of the source that a reference to a picture, sound or download means. */
  fileAt: (reference: string) => string | null
  /** The address of a file that lies anywhere in the site under this name. */
  fileNamed: (name: string) => string | null
  notes: BodyNotes
}

export type Generator =
  | 'hugo'
  | 'zola'
  | 'jekyll'
  | 'hexo'
  | 'astro'
  | 'eleventy'
  | 'pelican'
  | 'docusaurus'
  | 'mkdocs'
  | 'gatsby'
  | 'unknown'
  /** No tags at all: Markdown as it stands. */
  | 'plain'

export type BodyNotes = {
  /** Mended for good; `at` is a position in the body. */
  repaired: (what: string, at: number) => void
  /** For a person to look at. */
  reported: (what: string, at: number) => void
}

/** Generators whose `{% %}` and `{{ }}` are Liquid or Nunjucks, in code too. */
export function hasLiquid({ generator }: Pick<BodyContext, 'generator'>): boolean {
  return generator === 'jekyll' || generator === 'hexo' || generator === 'eleventy'
}
