import { record } from '@/domain/events/commands'
import { rememberArrivals, type Said } from '@/domain/export/remember-arrivals'
import { type FoundPost, findPost } from '@/domain/posts/find'
import { revisionData } from '@/domain/posts/content'
import { replaceText } from '@/domain/posts/launch'
import { findPublication } from '@/domain/posts/publications'
import type { PostContent } from '@/domain/posts/schema'
import { claimSlug } from '@/domain/posts/slugs'
import { staleWithText } from '@/domain/posts/stale'
import { acceptChangeAsKnown } from '@/domain/schedule/announce'
import { bringAuthors, bringNames } from '@/domain/transfer/bring-names'
import { asJson } from '@/domain/transfer/front-matter-values'
import type { IncomingPost } from '@/domain/transfer/incoming-post'
import { saveLines } from '@/domain/transfer/lines'
import { planRedirects, writeRedirects } from '@/domain/transfer/redirects'
import type { Line, ReadFile, Run } from '@/domain/transfer/run'
import { attemptAt, keepTaken } from '@/domain/transfer/taken'
import { authorsOf } from '@/domain/transfer/write-arrivals'
import { transaction, type Tx } from '@/lib/db'
import { databaseNow } from '@/lib/dates'

type Changed = ReadFile & { position: number; content: PostContent }
type Stored = { id: string; version: number }
type Plan = { post: FoundPost; stored: Stored; untouched: boolean; line: Line }

/**
 * A file that changed since it was imported. The post was not touched here: it follows the file, for readers too. It was: the
 * file's text becomes an unpublished revision, and nobody's work is lost. Draft, date and address stay what they are here.
 */
export async function updateArrived(run: Run, file: Changed): Promise<void> {
  const taken = await transaction(async (tx) => {
    const taken = attemptAt(run.taken)
    const plan = await planUpdate(tx, { ...run, taken }, file)
    await saveLines(tx, run, [run.rehearsing ? plan.line : await writeUpdate(tx, run, { plan, file })])
    return taken
  })
  keepTaken(run.taken, taken)
}

async function planUpdate(tx: Tx, run: Run, file: Changed): Promise<Plan> {
  const stored = await tx.sourceFile.findUniqueOrThrow({
    where: { source_path: { source: run.source, path: file.path } },
    select: {
      id: true,
      postId: true,
      version: true,
      sha256: true,
      content: true,
      state: true,
      revisionId: true,
    },
  })
  const { post: incoming, path, position } = file
  const post = await findPost(tx, stored.postId ?? '')
  const untouched = post.version === stored.version
  const current = await findPublication(tx, post.id, post.now)
  const notes = [...incoming.warnings]
  if (post.trashedAt !== null) notes.push('its post is in the trash, and stays there')
  const wish = { id: post.id, path: current?.path ?? '', incoming, notes }
  const redirects = await planRedirects(tx, [wish], run.taken)
  const former = {
    revisionId: post.head.id,
    sha256: stored.sha256,
    content: stored.content,
    version: stored.version,
    state: stored.state,
    fileRevisionId: stored.revisionId,
  }
  const line: Line = {
    path,
    position,
    verdict: untouched ? 'updated' : 'revision',
    address: current?.path ?? null,
    repairs: incoming.repairs,
    notes,
    redirects: redirects.get(post.id) ?? [],
    postId: post.id,
    ...(run.rehearsing ? {} : { former }),
  }
  return { post, stored, untouched, line }
}

async function writeUpdate(
  tx: Tx,
  run: Run,
  { plan: { post, stored, untouched, line }, file }: { plan: Plan; file: Changed },
): Promise<Line> {
  const { actor, source } = run
  const slug = await claimSlug(tx, {
    ...file.content,
    actor,
    slug: post.head.slug,
    postId: post.id,
    kind: post.kind,
    language: post.language,
  })
  const number = post.version + 1
  const bylineIds = await bringPeople(tx, run, file)
  const columns = await revisionData(tx, { ...file.content, bylineIds, slug })
  const extra = asJson(file.post.extra)
  const revision = await tx.revision.create({
    data: { ...columns, extra, postId: post.id, number, act: 'imported', byId: actor.id },
    select: { id: true, slug: true },
  })
  await tx.post.update({
    where: { id: post.id },
    data: { version: number, headId: revision.id, updatedAt: new Date() },
  })
  await tx.sourceFile.update({
    where: { id: stored.id },
    data: {
      sha256: file.sha256,
      content: new Uint8Array(file.bytes),
      version: untouched ? number : stored.version,
    },
  })
  const now = await databaseNow(tx)
  if (untouched && (await replaceText(tx, { post, revision, now })))
    await acceptChangeAsKnown(tx, { postId: post.id, revisionId: revision.id })
  const redirects = line.redirects.map((path) => ({ path, postId: post.id }))
  await writeRedirects(tx, redirects, run)
  await rememberArrivals(tx, { postIds: [post.id], now, said: saidBy(file.post) })
  const data = { source, version: number, import: run.id }
  await record(tx, {
    type: 'post.imported',
    actor,
    postId: post.id,
    data,
    expires: await staleWithText(tx, post.id),
  })
  return { ...line, version: number }
}

function saidBy({ draft, date, expires, pinned, kind }: IncomingPost): Said {
  return {
    draft: draft || (date === null && kind !== 'page'),
    pinned,
    ...(date === null ? {} : { date: date.toISOString() }),
    expires: expires === null || (date !== null && expires <= date) ? null : expires.toISOString(),
  }
}

/** Tags, series and people that are new belong to the unit, so they are made before the revision asks for them. */
async function bringPeople(tx: Tx, run: Run, { post, content }: Changed): Promise<string[]> {
  await bringNames(tx, run, { table: 'tag', names: content.tags })
  await bringNames(tx, run, { table: 'series', names: content.series.map(({ name }) => name) })
  const ids = await bringAuthors(tx, run, authorsOf(post, run))
  return [...ids.values()]
}
