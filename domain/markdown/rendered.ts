/** Raise it whenever the same Markdown gives other HTML, or more is noticed: stored renderings of older versions are then made anew. */
export const RENDERER_VERSION = 5

/** One entry of the table of contents; `id` is the fragment of its heading. */
export type Heading = { id: string; text: string; depth: 2 | 3 | 4 }

export type Rendered = {
  html: string
  toc: Heading[]
  /** Plain text for search. */
  text: string
  /** Plain text up to `<!--more-->`, else the first paragraph; at most 300 characters, cut at a word. */
  excerpt: string
  words: number
  /** At least 1. */
  readingMinutes: number
  /** A sentence for a person when rendering was refused; `html` then shows the beginning of the source. */
  problem: string | null
  noticed: Noticed
}

/** What the author wrote that may need a look, each with the line (from 1) where it begins. Addresses are as they were written. */
export type Noticed = {
  links: { href: string; text: string; line: number }[]
  pictures: { src: string; alt: string; line: number }[]
  /** Sounds and films. */
  media: { src: string; line: number }[]
  /** Elements that are left out. */
  dropped: { name: string; line: number }[]
  /** Looks like a link of Markdown and is none. */
  unmade: { text: string; line: number }[]
  /** The fragments of the finished text. */
  ids: string[]
}

/** Where a picture is served and its size in pixels. */
export type Picture = { src: string; width: number | null; height: number | null }

export type RenderOptions = {
  /** By the address as it stands in the text, relative or absolute. */
  media?: Record<string, Picture>
  /** `double` (default): only `$$…$$` and ```` ```math ````, so that prices stay prices. `dollars`: `$…$` too. */
  math?: 'dollars' | 'double'
  /** Whether the outermost elements say in which line they began: for the preview. */
  lines?: boolean
  /** Whether it is one line of words and links, with nothing around it: for notes. */
  inline?: boolean
}
