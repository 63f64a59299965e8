import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'

const deepest = 100
const jsonObject = z.record(z.string(), z.json())

/** Plain JSON of anything a parser returned: dates and big or endless numbers become text; NUL and lone surrogates go. */
export function toJson(value: unknown, depth = 0): unknown {
  if (value === undefined || value === null || depth > deepest) return null
  if (typeof value === 'string') return storable(value)
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1))
  if (!isRecord(value)) return typeof value === 'bigint' ? storable(value.toString()) : null
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storable(key), toJson(item, depth + 1)]),
  )
}

/** The same as a column of JSON takes it. */
export function asJson(values: Record<string, unknown>): Prisma.InputJsonObject {
  return jsonObject.parse(toJson(values))
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

/** Text without blanks around it; a number counts as text; `null` for blank text and for everything else. */
export function asText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' ? value.trim() || null : null
}

/** Text with every run of blanks as one; `null` for none. */
export function oneLine(text: string | undefined): string | null {
  return text?.replace(/\s+/g, ' ') ?? null
}

/** The texts of a list, or of one text; objects count by their name. Blank ones are dropped. */
export function asTexts(value: unknown): string[] {
  const items = Array.isArray(value) ? value.flat(3) : [value]
  return items.map((item) => asText(isRecord(item) ? nameOf(item) : item)).filter((text) => text !== null)
}

/** YAML 1.1's words for yes and no in any case, and 1 and 0; `null` for everything else. */
export function asBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const word = asText(value)?.toLowerCase() ?? ''
  if (['true', 'yes', 'on', 'y', '1', 'enabled', 'open'].includes(word)) return true
  return ['false', 'no', 'off', 'n', '0', 'disabled', 'closed'].includes(word) ? false : null
}

/** A picture or sound: its address as text, or an object that holds it under the usual names. */
export function asAddress(value: unknown): string | null {
  if (Array.isArray(value)) return asAddress(value[0])
  if (!isRecord(value)) return typeof value === 'string' ? asText(value) : null
  const names = [
    'src',
    'url',
    'image',
    'path',
    'href',
    'file',
    'overlay_image',
    'feature',
    'og_image',
    'teaser',
    'thumb',
    'relative',
  ]
  return (
    names
      .map((name) => (typeof value[name] === 'string' ? asText(value[name]) : null))
      .find((found) => found) ?? null
  )
}

function nameOf(item: Record<string, unknown>): unknown {
  return item.name ?? item.title ?? item.displayName ?? item.label ?? item.slug ?? null
}

// Postgres stores neither NUL nor half of a surrogate pair.
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}
