import type { Actor } from '@/domain/permissions'
import { contentOf, revisionContent } from '@/domain/posts/content'
import { findPost } from '@/domain/posts/find'
import { replaceText } from '@/domain/posts/launch'
import { addRevision } from '@/domain/posts/revisions'
import { acceptChangeAsKnown } from '@/domain/schedule/announce'
import { isKeptMark } from '@/domain/transfer/source-path'
import type { UndoPost } from '@/domain/transfer/undo-plan'
import type { Tx } from '@/lib/db'
import { databaseNow } from '@/lib/dates'

type Reverting = { actor: Actor; importId: string; post: UndoPost }

/**
 * A post that an import changed says again what it said before: as a new revision, because whoever has the post open must notice.
 * Readers see it at once where they saw what the import brought. The file it came from is again the one before, too.
 */
export async function revertPost(tx: Tx, { actor, importId, post: { id, path, verdict } }: Reverting) {
  const line = await tx.importFile.findUniqueOrThrow({ where: { importId_path: { importId, path } } })
  const post = await findPost(tx, id)
  const before = await tx.revision.findUnique({
    where: { id: line.formerRevisionId ?? '' },
    select: revisionContent,
  })
  if (before === null) return
  const content = { ...contentOf(post.kind, before), slug: post.head.slug }
  const saved = await addRevision(tx, { actor, post, content, act: 'restored', extra: before.extra })
  const revision = await tx.revision.findFirstOrThrow({
    where: { postId: id, number: saved.version },
    select: { id: true, slug: true },
  })
  const now = await databaseNow(tx)
  if (verdict === 'updated' && (await replaceText(tx, { post, revision, now })))
    await acceptChangeAsKnown(tx, { postId: id, revisionId: revision.id })
  const { formerSha256, formerContent, formerVersion, formerState, formerFileRevisionId } = line
  if (formerSha256 === null || formerContent === null) return
  const version = verdict === 'updated' ? saved.version : (formerVersion ?? 0)
  await tx.sourceFile.updateMany({
    where: { postId: id },
    data: {
      sha256: formerSha256,
      content: formerContent,
      version,
      revisionId: verdict === 'updated' ? revision.id : formerFileRevisionId,
      ...(formerState === null ? {} : { state: formerState }),
    },
  })
}

/** Files without a post: what was kept for export goes or is what it was, and a moved one lies where it lay. */
export async function revertSource(
  tx: Tx,
  { id: importId, source }: { id: string; source: string },
): Promise<void> {
  const lines = await tx.importFile.findMany({
    where: { importId, rehearsed: false, undone: false, verdict: { in: ['kept', 'moved'] } },
  })
  for (const line of lines) {
    const { path, formerPath, formerSha256, formerContent } = line
    if (formerPath !== null) await moveBack(tx, { source, from: path, to: formerPath })
    else if (formerSha256 !== null && formerContent !== null) {
      const data = { sha256: formerSha256, content: formerContent }
      await tx.sourceFile.updateMany({ where: { source, path, postId: null }, data })
    } else if (line.verdict === 'kept')
      await tx.sourceFile.deleteMany({ where: { source, path, postId: null } })
  }
  await forgetMarks(tx, source)
  await tx.importFile.updateMany({
    where: { importId, path: { in: lines.map(({ path }) => path) } },
    data: { undone: true, formerContent: null },
  })
}

/** The settings files that make a source a site are kept while anything of it is. */
async function forgetMarks(tx: Tx, source: string): Promise<void> {
  const others = await tx.sourceFile.count({ where: { source, postId: { not: null } } })
  if (others > 0) return
  const rest = await tx.sourceFile.findMany({ where: { source }, select: { path: true } })
  if (rest.every(({ path }) => isKeptMark(path))) await tx.sourceFile.deleteMany({ where: { source } })
}

async function moveBack(tx: Tx, { source, from, to }: { source: string; from: string; to: string }) {
  if ((await tx.sourceFile.count({ where: { source, path: to } })) > 0) return
  await tx.sourceFile.updateMany({ where: { source, path: from }, data: { path: to } })
}
