export function SiteFooter({ title }: { title: string }) {
  return (
    <footer className="site-footer">
      <div className="frame label flex flex-wrap items-baseline gap-x-6 gap-y-2 py-8">
        <p className="me-auto" dir="auto">
          {title}, published with Octavo.
        </p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          <li>
            <a href="/feed.xml" className="quiet-link inline-block py-1">
              Subscribe by feed
            </a>
          </li>
          <li>
            <a href="/admin" className="quiet-link inline-block py-1" rel="nofollow">
              Sign in
            </a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
