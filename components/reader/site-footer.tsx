export function SiteFooter({ title }: { title: string }) {
  return (
    <footer className="site-footer">
      <div className="frame site-footer-row label">
        <p dir="auto">{`${title}, published with Octavo.`}</p>
        <ul>
          <li>
            <a href="/feed.xml" className="quiet-link">
              Subscribe by feed
            </a>
          </li>
          <li>
            <a href="/admin" className="quiet-link" rel="nofollow">
              Sign in
            </a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
