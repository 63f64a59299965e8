export function SiteFooter() {
  return (
    <footer className="site-footer">
      <div className="frame site-footer-row label">
        <p>Published with Octavo</p>
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
