import type { Metadata } from 'next'
import { actOnMany, linksHere, undoMany } from '@/app/(desk)/admin/posts/actions'
import { requireActor } from '@/app/_http/session'
import { PostList } from '@/components/admin/post-list'
import { ListHeader } from '@/components/admin/list-header'
import { DeskPage } from '@/components/admin/desk-page'
import { NewPostLink } from '@/components/admin/new-post-link'
import { isEditor } from '@/domain/permissions'
import { listDeskNames } from '@/domain/posts/desk-names'
import { listDeskPosts } from '@/domain/posts/desk-queries'
import { deskListing } from '@/domain/posts/schema'

export const metadata: Metadata = { title: 'Posts' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Posts({ searchParams }: Props) {
  const actor = await requireActor()
  const listing = deskListing.parse(await searchParams)
  const [list, names] = await Promise.all([listDeskPosts(actor, listing), listDeskNames(actor)])
  return (
    <DeskPage title="Posts" action={<NewPostLink />} width="wide">
      <ListHeader listing={listing} counts={list.counts} names={names} reviews={isEditor(actor)} />
      <PostList
        key={JSON.stringify(listing)}
        listing={listing}
        list={list}
        names={names}
        act={actOnMany}
        undo={undoMany}
        linksHere={linksHere}
      />
    </DeskPage>
  )
}
