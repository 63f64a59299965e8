import type { Actor } from '@/domain/permissions'
import { mayRead, STATUS } from '@/domain/posts/desk-queries'
import type { PostStatus } from '@/domain/posts/post'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { likePattern } from '@/lib/like-pattern'

/** A post by its title, to go to. */
export type DeskTitle = { id: string; title: string; status: PostStatus }

const MOST = 8

/** The posts this person may see at the desk with each of these words in their title, the last changed first. */
export async function findDeskTitles(actor: Actor, words: string): Promise<DeskTitle[]> {
  const fits = words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => Prisma.sql`r.title ILIKE ${likePattern(word)}`)
  return db.$queryRaw<DeskTitle[]>`
    SELECT p.id::text, r.title, ${STATUS} AS status FROM post p JOIN revision r ON r.id = p.head_id
    WHERE p.trashed_at IS NULL AND ${Prisma.join([mayRead(actor), ...fits], ' AND ')}
    ORDER BY p.updated_at DESC, p.id LIMIT ${MOST}`
}
