import { Missing } from '@/components/reader/missing'
import { listLivePosts } from '@/domain/posts/queries'
import { loadSite } from '@/app/(reader)/load-site'

/** Says nothing of the address that was asked for: a draft and a typing mistake must look the same. */
export async function MissingPage() {
  const [site, { posts }] = await Promise.all([loadSite(), listLivePosts({}, { page: 1, perPage: 5 })])
  return (
    <Missing title="There is nothing at this address." posts={posts} locale={site}>
      It may be mistyped, or it never was. Search, or begin with what is new.
    </Missing>
  )
}
