import { record } from '@/domain/events/commands'
import { rememberArrivals, type Said } from '@/domain/export/remember-arrivals'
import type { Actor } from '@/domain/permissions'
import { revisionData } from '@/domain/posts/content'
import { findPost } from '@/domain/posts/find'
import { findPublication, setPublication } from '@/domain/posts/publications'
import type { PostContent } from '@/domain/posts/schema'
import { claimSlug } from '@/domain/posts/slugs'
import { staleWithText } from '@/domain/posts/stale'
import type { IncomingPost } from '@/domain/transfer/incoming-post'
import type { FileReport } from '@/domain/transfer/report'
import { asJson } from '@/domain/transfer/front-matter-values'
import { db } from '@/lib/db'
import { databaseNow } from '@/lib/dates'

type Changed = { path: string; bytes: Uint8Array; sha256: string; post: IncomingPost; content: PostContent }
type Verdict = Omit<FileReport, 'path'>

/**
 * A file that changed since it was imported. The post was not touched here: it follows the file, for readers too. It was: the
 * file's text becomes an unpublished revision, and nobody's work is lost. Draft, date and address stay what they are here.
 */
export async function updateArrived(
  { actor, source }: { actor: Actor; source: string },
  file: Changed,
): Promise<Verdict> {
  return db.$transaction(async (tx) => {
    const stored = await tx.sourceFile.findUniqueOrThrow({
      where: { source_path: { source, path: file.path } },
      select: { id: true, postId: true, version: true },
    })
    if (stored.postId === null) return keep(file.post)
    const post = await findPost(tx, stored.postId)
    const untouched = post.version === stored.version
    const slug = await claimSlug(tx, {
      ...file.content,
      actor,
      slug: post.head.slug,
      postId: post.id,
      kind: post.kind,
      language: post.language,
    })
    const number = post.version + 1
    const columns = await revisionData(tx, { ...file.content, slug })
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
    const current = await findPublication(tx, post.id, now)
    if (untouched && current !== null) {
      const from = current.visibleFrom > now ? current.visibleFrom : now
      await setPublication(tx, { post, revision, from, date: current.date, updated: current.updated })
    }
    await rememberArrivals(tx, { postIds: [post.id], now, said: saidBy(file.post) })
    const data = { source, version: number }
    await record(tx, {
      type: 'post.imported',
      actor,
      postId: post.id,
      data,
      expires: await staleWithText(tx, post.id),
    })
    const notes = [...file.post.repairs, ...file.post.warnings]
    return { verdict: untouched ? 'updated' : 'revision', address: current?.path ?? null, notes }
  })
}

function saidBy({ draft, date, expires, pinned, kind }: IncomingPost): Said {
  return {
    draft: draft || (date === null && kind !== 'page'),
    pinned,
    ...(date === null ? {} : { date: date.toISOString() }),
    expires: expires === null || (date !== null && expires <= date) ? null : expires.toISOString(),
  }
}

/** A section's index is kept as it is, for export only. */
export async function keepSection(source: string, file: Omit<Changed, 'content'>): Promise<Verdict> {
  const data = { sha256: file.sha256, content: new Uint8Array(file.bytes), version: 0 }
  await db.sourceFile.upsert({
    where: { source_path: { source, path: file.path } },
    create: { ...data, source, path: file.path },
    update: data,
  })
  return keep(file.post)
}

function keep(post: IncomingPost): Verdict {
  return { verdict: 'kept', address: null, notes: [...post.repairs, ...post.warnings] }
}
