import { randomUUID } from 'node:crypto'
import { rememberArrivals } from '@/domain/export/remember-arrivals'
import type { Actor } from '@/domain/permissions'
import { bringAuthors, bringNames } from '@/domain/transfer/bring-names'
import type { Settled } from '@/domain/transfer/arrivals'
import { acceptAsKnown } from '@/domain/schedule/announce'
import { asJson } from '@/domain/transfer/front-matter-values'
import { insertRows } from '@/domain/transfer/insert-rows'
import { writeRedirects } from '@/domain/transfer/redirects'
import type { Run } from '@/domain/transfer/run'
import type { Tx } from '@/lib/db'

type Context = Pick<Run, 'id' | 'actor' | 'source' | 'defaultAuthors'> & { now: Date }

/** Writes the rows of new posts, many at a time: twenty statements for a hundred posts. */
export async function writeArrivals(tx: Tx, arrivals: Settled[], context: Context): Promise<void> {
  const { actor, source, now } = context
  await tx.post.createMany({ data: arrivals.map((arrival) => postRow(arrival, { actor, source })) })
  const revisions = arrivals.map((arrival) => revisionRow(arrival, actor))
  await insertRows(tx, 'revision', revisions)
  await tx.$executeRaw`
    UPDATE post SET head_id = r.id FROM revision r WHERE r.post_id = post.id AND post.id = ANY(${arrivals.map(({ id }) => id)}::uuid[])`
  await writeNames(tx, arrivals, context)
  const publications = arrivals.flatMap((arrival) => publicationRow(arrival, now))
  await tx.publication.createMany({ data: publications })
  await acceptAsKnown(tx, publications, now)
  const files = arrivals.map(({ id: postId, incoming: { path }, bytes: content, sha256 }) => ({
    id: randomUUID(),
    postId,
    source,
    path,
    sha256,
    content,
    version: 1,
  }))
  await insertRows(tx, 'source_file', files)
  const data = arrivals.map(({ id }) => ({
    type: 'post.imported',
    actorId: actor.id,
    postId: id,
    data: { source, import: context.id },
  }))
  await tx.event.createMany({ data })
  const redirects = arrivals.flatMap(({ id: postId, redirects }) =>
    redirects.map((path) => ({ path, postId })),
  )
  await writeRedirects(tx, redirects, context)
  await rememberArrivals(tx, { postIds: arrivals.map(({ id }) => id), now })
}

function postRow(
  { id, kind, draft, date, expiresAt, feedId, language, pinned, incoming }: Settled,
  { actor, source }: Pick<Context, 'actor' | 'source'>,
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
    pinned,
    version: 1,
    createdById: actor.id,
  }
}

function revisionRow({ id, revisionId, slug, content, incoming }: Settled, actor: Actor) {
  const { kind: _kind, tags: _tags, series: _series, bylineIds: _bylines, ...columns } = content
  const extra = asJson(incoming.extra)
  return { ...columns, id: revisionId, postId: id, number: 1, act: 'imported', byId: actor.id, slug, extra }
}

async function writeNames(tx: Tx, arrivals: Settled[], context: Context): Promise<void> {
  const tags = arrivals.flatMap(({ content }) => content.tags)
  const series = arrivals.flatMap(({ content }) => content.series.map(({ name }) => name))
  const tagIds = await bringNames(tx, context, { table: 'tag', names: tags })
  const seriesIds = await bringNames(tx, context, { table: 'series', names: series })
  const authors = arrivals.flatMap(({ incoming }) => authorsOf(incoming, context))
  const authorIds = await bringAuthors(tx, context, authors)
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
    data: arrivals.flatMap(({ revisionId, incoming }) =>
      [...new Set(authorsOf(incoming, context).flatMap((name) => authorIds.get(name) ?? []))].map(
        (personId, position) => ({ revisionId, personId, position }),
      ),
    ),
  })
}

/** The names above a post: its own, else those that the import gives to posts without any. */
export function authorsOf(
  { authors }: { authors: string[] },
  { defaultAuthors }: Pick<Run, 'defaultAuthors'>,
): string[] {
  return authors.length === 0 ? defaultAuthors : authors
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
