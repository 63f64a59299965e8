import { resolveAddress } from '@/domain/addresses/resolve'
import { routeOf } from '@/server/routes'

const FEED = /^(.+)(\/(?:feed\.xml|atom\.xml|feed\.json))$/

/**
 * Where a list that is there no longer has gone: a tag that was merged, an address that was imported. Its feeds go with it,
 * since programs that follow them never see the page.
 */
export async function findMovedList(path: string): Promise<string | null> {
  const [, list, file] = FEED.exec(path) ?? []
  if (list === undefined || file === undefined) return movedTo(path)
  const target = await movedTo(list)
  if (target !== null && target.startsWith('/') && routeOf(target) === 'list') return `${target}${file}`
  return movedTo(path)
}

async function movedTo(path: string): Promise<string | null> {
  const address = await resolveAddress(path)
  return address.is === 'moved' ? address.to : null
}
