import type { Prisma } from '@/generated/prisma/client'
import { rememberArrivals } from '@/domain/export/remember-arrivals'
import type { Actor } from '@/domain/permissions'
import { idsOfNames } from '@/domain/tags/naming'
import type { Settled } from '@/domain/transfer/arrivals'
import { acceptAsKnown } from '@/domain/schedule/announce'
import { asJson } from '@/domain/transfer/front-matter-values'
import type { Tx } from '@/lib/db'
import { encodePath } from '@/lib/paths'

type Context = { actor: Actor; source: string; now: Date }

/** Writes the rows of new posts, many at a time: ten statements for a hundred posts. Returns how many old addresses lead to them. */
export async function writeArrivals(
  tx: Tx,
  arrivals: Settled[],
  { actor, source, now }: Context,
): Promise<number> {
  await tx.post.createMany({ data: arrivals.map((arrival) => postRow(arrival, { actor, source })) })
  await tx.revision.createMany({ data: arrivals.map((arrival) => revisionRow(arrival, actor)) })
  await tx.$executeRaw`
    UPDATE post SET head_id = r.id FROM revision r WHERE r.post_id = post.id AND post.id = ANY(${arrivals.map(({ id }) => id)}::uuid[])`
  await writeNames(tx, arrivals)
  const publications = arrivals.flatMap((arrival) => publicationRow(arrival, now))
  await tx.publication.createMany({ data: publications })
  await acceptAsKnown(tx, publications, now)
  await tx.sourceFile.createMany({
    data: arrivals.map(({ id, incoming, bytes, sha256 }) => ({
      postId: id, source, path: incoming.path, sha256, content: new Uint8Array(bytes), version: 1,
    })), // prettier-ignore
  })
  const data = arrivals.map(({ id }) => ({
    type: 'post.imported',
    actorId: actor.id,
    postId: id,
    data: { source },
  }))
  await tx.event.createMany({ data })
  const { count } = await tx.address.createMany({
    data: arrivals.flatMap((arrival) => addressRows(arrival, source)),
    skipDuplicates: true,
  })
  await rememberArrivals(tx, { postIds: arrivals.map(({ id }) => id), now })
  return count
}

function postRow(
  { id, kind, draft, date, expiresAt, feedId, language, incoming }: Settled,
  { actor, source }: Omit<Context, 'now'>,
) {
  return {
    id,
    kind,
    draft,
    date,
    expiresAt,
    feedId,
    language,
    source,
    dateZone: incoming.zone,
    pinned: incoming.pinned,
    version: 1,
    createdById: actor.id,
  }
}

function revisionRow(
  { id, revisionId, slug, content, incoming }: Settled,
  actor: Actor,
): Prisma.RevisionCreateManyInput {
  const { kind: _kind, tags: _tags, series: _series, bylineIds: _bylines, ...columns } = content
  const extra = asJson(incoming.extra)
  return { ...columns, id: revisionId, postId: id, number: 1, act: 'imported', byId: actor.id, slug, extra }
}

async function writeNames(tx: Tx, arrivals: Settled[]): Promise<void> {
  const tagIds = await mapNames(
    tx,
    'tag',
    arrivals.flatMap(({ content }) => content.tags),
  )
  const seriesIds = await mapNames(
    tx,
    'series',
    arrivals.flatMap(({ content }) => content.series.map(({ name }) => name)),
  )
  await tx.revisionTag.createMany({
    data: arrivals.flatMap(({ revisionId, content }) =>
      [...new Set(content.tags.flatMap((name) => tagIds.get(name) ?? []))].map((tagId, position) => ({
        revisionId,
        tagId,
        position,
      })),
    ),
  })
  await tx.revisionSeries.createMany({
    data: arrivals.flatMap(({ revisionId, content }) =>
      content.series.flatMap(({ name, position }) => {
        const seriesId = seriesIds.get(name)
        return seriesId === undefined ? [] : [{ revisionId, seriesId, position }]
      }),
    ),
    skipDuplicates: true,
  })
  await tx.revisionByline.createMany({
    data: arrivals.flatMap(({ revisionId, content }) =>
      [...new Set(content.bylineIds)].map((personId, position) => ({ revisionId, personId, position })),
    ),
  })
}

async function mapNames(tx: Tx, table: 'tag' | 'series', names: string[]): Promise<Map<string, string>> {
  const distinct = [...new Set(names)]
  const ids = await idsOfNames(tx, table, distinct)
  return new Map(distinct.flatMap((name, at) => (ids[at] === undefined ? [] : [[name, ids[at]] as const])))
}

/** Live from now on, or from its date; one that has expired was seen from its date to its end. */
function publicationRow(
  { id, revisionId, kind, path, draft, date, expiresAt, incoming }: Settled,
  now: Date,
) {
  if (draft || date === null) return []
  const expired = expiresAt !== null && expiresAt <= now
  const visibleFrom = expired || date > now ? date : now
  const updated =
    incoming.updated !== null && incoming.updated > date && incoming.updated <= now ? incoming.updated : null
  return [{ postId: id, revisionId, kind, path, date, updated, visibleFrom, visibleUntil: expiresAt }]
}

function addressRows({ id, path, incoming }: Settled, source: string) {
  const aliases = new Set(incoming.aliases.map(encodePath))
  aliases.delete(path)
  return [...aliases].map((alias) => ({ path: alias, postId: id, source }))
}
