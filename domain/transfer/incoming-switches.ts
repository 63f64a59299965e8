import { timeZone } from '@/domain/posts/schema'
import { dialects } from '@/domain/transfer/front-matter-keys'
import type { Lookup } from '@/domain/transfer/front-matter-lookup'
import { asBoolean, asText, isRecord } from '@/domain/transfer/front-matter-values'

/** What front matter turns on and off; null where it says nothing. */
export function readSwitches(lookup: Lookup) {
  const asked = lookup.take(dialects.comments, asSwitch, 'deep')?.value ?? null
  const refused = lookup.take(['disablecomments', 'nocomments'], asBoolean, 'deep')?.value ?? null
  return {
    comments: asked ?? (refused === null ? null : !refused),
    toc: lookup.take(dialects.toc, asSwitch, 'deep')?.value ?? null,
    math: lookup.take(dialects.math, asSwitch, 'deep')?.value ?? null,
    pinned: lookup.take(dialects.pinned, asPinned, 'deep')?.value ?? false,
    zone: lookup.take(dialects.zone, asZone)?.value ?? null,
  }
}

/** Whether search engines are asked to leave it out: `noindex`, `robots: noindex`, `sitemap: false` and their cousins. */
export function readNoindex(lookup: Lookup, values: Record<string, unknown>): boolean {
  const asked = lookup.take(dialects.noindex, asBoolean, 'deep')?.value ?? false
  const robots = [values.robots, values.metaRobots, isRecord(values.seo) ? values.seo.robots : null]
  const { sitemap } = values
  const outside = isRecord(sitemap)
    ? [sitemap.exclude, sitemap.disable, sitemap.ignore].some((value) => value === true)
    : asBoolean(sitemap) === false
  return asked || outside || robots.some((value) => /\bno(index|ne)\b/i.test(asText(value) ?? ''))
}

/** Hexo's themes count how sticky a post is. */
function asPinned(value: unknown): boolean | null {
  return typeof value === 'number' ? value > 0 : asBoolean(value)
}

function asZone(value: unknown): string | null {
  const zone = timeZone.safeParse(asText(value))
  return zone.success ? zone.data : null
}

/** `true`, or `{ enable: true }` as some themes write it. */
function asSwitch(value: unknown): boolean | null {
  return isRecord(value) ? asBoolean(value.enable ?? value.enabled ?? value.show) : asBoolean(value)
}
