export function SearchForm({ query }: { query: string }) {
  return (
    <search>
      <form action="/search" method="get" className="search-form">
        <label htmlFor="search-words" className="visually-hidden">
          Search the posts
        </label>
        <input
          id="search-words"
          type="search"
          name="q"
          defaultValue={query}
          maxLength={200}
          placeholder="Search"
          dir="auto"
        />
        <button type="submit">Search</button>
      </form>
    </search>
  )
}
