import { renderNote } from '@/domain/corrections/commands'
import type { Correction } from '@/domain/corrections/correction'
import { RENDERER_VERSION } from '@/domain/markdown/rendered'
import { db } from '@/lib/db'

type Row = {
  postId: string
  revisionId: string
  note: string
  html: string
  rendererVersion: number
  at: Date
}

/** What readers were told was mended in each of these posts, in the order in which it was. They depend on `post:<id>`. */
export async function listCorrections(postIds: string[]): Promise<Map<string, Correction[]>> {
  if (postIds.length === 0) return new Map()
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.post_id::text AS "postId", c.revision_id::text AS "revisionId", c.note, c.html, c.renderer_version AS "rendererVersion",
      min(b.visible_from) AS at
    FROM correction c JOIN publication b ON b.revision_id = c.revision_id
    WHERE c.post_id = ANY(${postIds}::uuid[]) AND b.visible_from <= now()
    GROUP BY c.revision_id ORDER BY at, c.revision_id`
  const corrections = new Map<string, Correction[]>()
  for (const row of rows) {
    const html = row.rendererVersion === RENDERER_VERSION ? row.html : await renewHtml(row)
    corrections.set(row.postId, [...(corrections.get(row.postId) ?? []), { at: row.at, html }])
  }
  return corrections
}

/** A newer renderer may know of something that an older one let pass. */
async function renewHtml({ revisionId, note }: Row): Promise<string> {
  const rendered = await renderNote(note)
  await db.correction.updateMany({ where: { revisionId }, data: rendered })
  return rendered.html
}
