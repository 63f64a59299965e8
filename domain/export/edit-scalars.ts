import { isBlank } from '@/domain/export/find-keys'
import { type Field, houseKeys } from '@/domain/export/house-keys'
import { type Pen, setScalar } from '@/domain/export/pen'
import type { PostState } from '@/domain/export/post-state'
import { valueOf } from '@/domain/export/ranged'
import { writeInstant, writeText } from '@/domain/export/values'
import { writeInstantLike, writeSwitchLike } from '@/domain/export/written-like'
import { asBoolean } from '@/domain/transfer/front-matter-values'

const texts = [
  'title',
  'subtitle',
  'description',
  'slug',
  'canonicalUrl',
  'featuredImageAlt',
  'language',
  'zone',
  'kind',
] as const
const files = ['featuredImage', 'thumbnail', 'audio'] as const
const instants = ['date', 'updated', 'expires'] as const
const switches = ['comments', 'toc', 'math', 'noindex', 'pinned'] as const
const bare: readonly Field[] = ['slug', 'language', 'zone', 'kind']

type Context = { after: PostState; siteZone: string; refer: (address: string) => string }

/** Writes one field that is a text, a picture, an instant or a switch; false for those that are lists. */
export function editScalar(pen: Pen, field: Field, { after, siteZone, refer }: Context): boolean {
  const { format } = pen.block
  if (isOneOf(texts, field)) {
    const text = after[field]
    const style = bare.includes(field) ? 'plain' : 'house'
    setScalar(
      pen,
      field,
      text === null ? null : (like, where) => writeText(text, format, { like, style, ...where }),
    )
    return true
  }
  if (isOneOf(files, field)) {
    const address = after[field]
    setScalar(
      pen,
      field,
      address === null ? null : (like, where) => writeText(refer(address), format, { like, ...where }),
    )
    return true
  }
  if (isOneOf(instants, field)) {
    const iso = after[field]
    const write = (like: string) =>
      writeInstant(iso === null ? '' : writeInstantLike(iso, like, siteZone), format, like)
    setScalar(pen, field, iso === null ? null : write)
    if (field === 'date') editOtherDates(pen, iso, write)
    return true
  }
  if (field === 'draft') editDraft(pen, after.draft)
  else if (isOneOf(switches, field)) setScalar(pen, field, (like) => writeSwitchLike(after[field], like))
  return field === 'draft' || isOneOf(switches, field)
}

/** Hugo shows nothing before its `publishDate`, so that follows; a date that some call `published` counts where there is no other. */
function editOtherDates(pen: Pen, iso: string | null, write: (like: string) => string) {
  const visible = pen.find('publishDate')
  for (const { entry } of visible) if (iso !== null && !isBlank(entry.value)) pen.replace(entry.value, write)
  if (iso === null) pen.remove(visible)
}

function editDraft(pen: Pen, draft: boolean) {
  const switches = pen.find('draft').filter(({ entry }) => asBoolean(valueOf(entry.value)) !== null)
  const published = pen.find('published').filter(({ entry }) => asBoolean(valueOf(entry.value)) !== null)
  const status = pen.find('status').filter(({ entry }) => !isBlank(entry.value))
  for (const { entry } of switches) pen.replace(entry.value, (like) => writeSwitchLike(draft, like))
  for (const { entry } of published)
    if (!draft || switches.length === 0) pen.replace(entry.value, (like) => writeSwitchLike(!draft, like))
  for (const { entry } of status)
    pen.replace(entry.value, (like) => writeText(draft ? 'draft' : 'published', pen.block.format, { like }))
  if (draft && switches.length + published.length + status.length === 0) pen.add(houseKeys.draft, 'true')
}

function isOneOf<const Name extends Field>(names: readonly Name[], field: Field): field is Name {
  return names.some((name) => name === field)
}
