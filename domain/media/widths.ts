/** For a phone, a column of text, a page, and a fine screen. */
export const WIDTHS = [480, 800, 1_200, 1_800]

/** The name of a picture's file in another width: `<key>.800.webp`. */
export function fileOfVariant(key: string, width: number): string {
  return `${key}.${width}.webp`
}

/** The picture and the width behind such a name, or null for any other. */
export function variantOf(file: string): { key: string; width: number } | null {
  const [, key, width] = /^([\w-]+\.[a-z0-9]+)\.([1-9]\d{2,3})\.webp$/.exec(file) ?? []
  return key === undefined ? null : { key, width: Number(width) }
}

/** A picture and the widths it is also kept in; `width` is its own, null when nobody knows. */
export type Widths = { key: string; width: number | null; widths: number[] }

/** What a browser may choose from, its own width among it; null when there is nothing to choose. */
export function srcsetOf({ key, width, widths }: Widths): string | null {
  if (widths.length === 0 || width === null) return null
  const variants = widths.map((each) => `/media/${fileOfVariant(key, each)} ${each}w`)
  return [...variants, `/media/${key} ${width}w`].join(', ')
}

const IMAGE = /<img\b[^>]*?\ssrc="\/media\/([\w-]+\.[a-z0-9]+)"[^>]*>/g

/** The keys of our own pictures that rendered HTML shows. */
export function keysIn(html: string): string[] {
  return [...new Set([...html.matchAll(IMAGE)].flatMap(([, key]) => key ?? []))]
}

/** Rendered HTML in which our own pictures come in the widths they are kept in, for a column of `column` pixels. */
export function withWidths(html: string, pictures: Widths[], column: number): string {
  const sets = new Map(pictures.map((picture) => [picture.key, srcsetOf(picture)]))
  return html.replace(IMAGE, (image, key: string) => {
    const srcset = sets.get(key) ?? null
    if (srcset === null || /\ssrcset=/i.test(image)) return image
    const own = Number(/\swidth="(\d+)"/.exec(image)?.[1] ?? column)
    return image.replace(/^<img/, `<img srcset="${srcset}" sizes="${sizesFor(Math.min(own, column))}"`)
  })
}

/** `(width > 640px) 600px, 100vw`: as wide as the window until it has its own width. */
export function sizesFor(width: number): string {
  return `(width > ${width + 40}px) ${width}px, 100vw`
}
