import { PageHeading } from '@/components/reader/page-heading'
import { SearchForm } from '@/components/reader/search-form'

/** Next makes this beside every page it renders, so it asks the database nothing. Our server answers `/octavo-missing` instead. */
export default function NotFound() {
  return (
    <div className="frame">
      <PageHeading title="There is nothing at this address.">
        <SearchForm query="" />
      </PageHeading>
    </div>
  )
}
