import { sharedPosition } from '@/domain/export/edit-names'
import { houseKeys, SERIES_POSITION } from '@/domain/export/house-keys'
import type { PostState } from '@/domain/export/post-state'
import { writeAny, writeEntry, writeText, writeTexts } from '@/domain/export/values'
import { writeAddress } from '@/domain/export/written-address'

type House = {
  state: PostState
  /** Keys that are not ours. */
  extra: Record<string, unknown>
  refer: (address: string) => string
  /** Given where the name of the file would be taken for an old address. */
  address?: string | null
}

/** The YAML front matter, fences included, of a post that was written here: the usual keys always, the others where they say something. */
export function writeHouseFrontMatter({ state, extra, refer, address = null }: House): string {
  const quoted = (text: string) => writeText(text, 'yaml')
  const plain = (text: string) => writeText(text, 'yaml', { style: 'plain' })
  const placed = (file: string | null) => quoted(file === null ? '' : refer(file))
  const position = sharedPosition(state.series)
  const always: [string, string | null][] = [
    [houseKeys.title, quoted(state.title)],
    [houseKeys.subtitle, quoted(state.subtitle ?? '')],
    [houseKeys.description, quoted(state.description ?? '')],
    [houseKeys.slug, plain(state.slug)],
    [houseKeys.tags, writeTexts(state.tags, 'yaml')],
    [houseKeys.date, state.date],
    [houseKeys.featuredImage, placed(state.featuredImage)],
    [houseKeys.thumbnail, placed(state.thumbnail)],
    [houseKeys.comments, String(state.comments)],
    [houseKeys.draft, String(state.draft)],
    [houseKeys.series, writeSeries(state.series)],
    [houseKeys.audio, placed(state.audio)],
  ]
  const sometimes: [string, string | null | false][] = [
    [SERIES_POSITION, position === undefined || position === null ? null : String(position)],
    [houseKeys.authors, state.authors.length > 0 && writeTexts(state.authors, 'yaml')],
    [houseKeys.featuredImageAlt, state.featuredImageAlt && quoted(state.featuredImageAlt)],
    [houseKeys.updated, state.updated],
    [houseKeys.expires, state.expires],
    [houseKeys.canonicalUrl, state.canonicalUrl && quoted(state.canonicalUrl)],
    [houseKeys.aliases, state.aliases.length > 0 && writeTexts(state.aliases.map(writeAddress), 'yaml')],
    [houseKeys.language, state.language && plain(state.language)],
    [houseKeys.toc, !state.toc && 'false'],
    [houseKeys.math, state.math && 'true'],
    [houseKeys.noindex, state.noindex && 'true'],
    [houseKeys.pinned, state.pinned && 'true'],
    ['guid', quoted(state.feedId)],
    [houseKeys.zone, state.zone && plain(state.zone)],
    [houseKeys.kind, state.kind === 'page' && 'page'],
    ['url', address && quoted(address)],
  ]
  const said = [...always, ...sometimes].flatMap(([key, value]) =>
    value === null || value === false || (value === '' && key !== '') ? [] : [writeEntry(key, value, 'yaml')],
  )
  const others = Object.entries(extra).map(([key, value]) => writeEntry(key, writeAny(value, 'yaml'), 'yaml'))
  return ['---', ...said, ...others, '---', ''].join('\n')
}

function writeSeries(series: PostState['series']): string {
  if (sharedPosition(series) !== undefined)
    return writeTexts(
      series.map(({ name }) => name),
      'yaml',
    )
  const parts = series.map(({ name, position }) => {
    const order = position === null ? '' : `, order: ${position}`
    return `{ name: ${writeText(name, 'yaml')}${order} }`
  })
  return `[${parts.join(', ')}]`
}
