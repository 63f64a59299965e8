import { editAliases, editNames, editSeries } from '@/domain/export/edit-names'
import { editScalar } from '@/domain/export/edit-scalars'
import { changedFields } from '@/domain/export/house-keys'
import { mergeLines } from '@/domain/export/merge-lines'
import { takePen } from '@/domain/export/pen'
import type { PostState } from '@/domain/export/post-state'
import type { Format, RangedBlock } from '@/domain/export/ranged'
import { rangeToml } from '@/domain/export/ranged-toml'
import { rangeYaml } from '@/domain/export/ranged-yaml'
import { tomlDialect, yamlDialect } from '@/domain/transfer/front-matter-dialects'
import { mendEntries } from '@/domain/transfer/front-matter-repair'

/** What a file made of its post and what the post is now; `refer` says how this file names a picture of ours. */
export type Change = {
  before: PostState
  after: PostState
  siteZone: string
  isJekyll: boolean
  refer: (address: string) => string
}

/**
 * The text of a block of front matter with nothing but the changed values changed: each in its own key and its own way of writing.
 * A block that was mended when it came in stays broken where nothing was changed. `null` when its parts cannot be told apart.
 */
export function editFrontMatter(text: string, format: Format, change: Change): string | null {
  const block = rangeBlock(text, format)
  if (block !== null) return edit(block, change)
  if (format === 'json') return null
  const imported = mendEntries(text, format === 'toml' ? tomlDialect : yamlDialect).text
  const mended = rangeBlock(imported, format)
  return mended && mergeLines({ source: text, imported, current: edit(mended, change) })
}

function rangeBlock(text: string, format: Format): RangedBlock | null {
  if (format !== 'toml') return rangeYaml(text, format)
  return 'fault' in tomlDialect.read(text) ? null : rangeToml(text)
}

function edit(block: RangedBlock, { before, after, isJekyll, ...context }: Change): string {
  const pen = takePen(block)
  for (const field of changedFields(before, after)) {
    if (editScalar(pen, field, { after, ...context })) continue
    if (field === 'tags') editNames(pen, field, { names: after.tags, blanksPart: isJekyll })
    if (field === 'authors') editNames(pen, field, { names: after.authors, blanksPart: false })
    if (field === 'series') editSeries(pen, before.series, after.series)
    if (field === 'aliases') editAliases(pen, before.aliases, after.aliases)
  }
  return pen.finish()
}
