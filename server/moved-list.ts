import { resolveAddress } from '@/domain/addresses/resolve'
import { routeOf } from '@/server/routes'

const FEED = /^(.+)(\/(?:feed\.xml|atom\.xml|feed\.json))$/
const DEEP_PAGE = /^(.+)\/page\/\d+$/

/**
 * Where a list that is there no longer has gone: a tag that was merged, an address that was imported. Its feeds go with it,
 * since programs that follow them never see the page. A deep page leads to the first one: in the other list that place holds
 * other posts.
 */
export async function findMovedList(path: string): Promise<string | null> {
  const [, list, file] = FEED.exec(path) ?? []
  if (list !== undefined && file !== undefined) {
    const target = await movedTo(list)
    if (target?.startsWith('/') && routeOf(target) === 'list') return `${target}${file}`
  }
  const firstPage = DEEP_PAGE.exec(path)?.[1]
  return (await movedTo(path)) ?? (firstPage === undefined ? null : movedTo(firstPage))
}

async function movedTo(path: string): Promise<string | null> {
  const address = await resolveAddress(path)
  return address.is === 'moved' ? address.to : null
}
