import type { Tx } from '@/lib/db'

/**
 * After a save: of what one person types only one version in ten minutes stays, and the last one before a pause that long. The
 * one before goes when it is nothing but an earlier state of the same typing: not when an act names it (publish, schedule,
 * update, submit …), when readers see, saw or will see it, when a review link shows it or it came with an import, or when
 * somebody else saved in between. Numbers are never used again.
 */
export async function dropSuperseded(tx: Tx, postId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM revision old USING post p JOIN revision head ON head.id = p.head_id
    WHERE p.id = ${postId}::uuid AND old.post_id = p.id
      AND old.number = (SELECT max(number) FROM revision WHERE post_id = p.id AND number < head.number)
      AND old.act = 'saved' AND head.act = 'saved' AND old.by_id IS NOT DISTINCT FROM head.by_id
      AND old.at > head.at - interval '10 minutes'
      AND old.at < interval '10 minutes' + (
        SELECT at FROM revision WHERE post_id = p.id AND number < old.number ORDER BY number DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM publication WHERE revision_id = old.id)
      AND NOT EXISTS (SELECT 1 FROM announcement WHERE revision_id = old.id)
      AND NOT EXISTS (SELECT 1 FROM review_link WHERE revision_id = old.id)
      AND NOT EXISTS (SELECT 1 FROM source_file WHERE revision_id = old.id)
      AND NOT EXISTS (SELECT 1 FROM event
        WHERE post_id = p.id AND type <> 'post.saved' AND data->>'version' = old.number::text)`
}
