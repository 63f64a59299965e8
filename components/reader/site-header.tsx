type SiteHeaderProps = { title: string; pages: { path: string; title: string }[]; hasSeries: boolean }

export function SiteHeader({ title, pages, hasSeries }: SiteHeaderProps) {
  const links = [
    { path: '/archive', title: 'Archive' },
    { path: '/tags', title: 'Tags' },
    ...(hasSeries ? [{ path: '/series', title: 'Series' }] : []),
    ...pages,
  ]
  return (
    <header className="site-header">
      <div className="frame site-header-row">
        <a href="/" className="site-title" dir="auto">
          {title}
        </a>
        <nav aria-label="Site" className="site-nav label">
          <ul>
            {links.map((link) => (
              <li key={link.path} dir="auto">
                <a href={link.path} className="quiet-link">
                  {link.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="site-search label">
          <a href="/search" className="quiet-link">
            Search
          </a>
        </p>
        <ThemeSwitch />
      </div>
    </header>
  )
}

/** Only a script can switch, so only a script shows it, by saying whether it is pressed. */
function ThemeSwitch() {
  return (
    <button
      type="button"
      className="icon-button"
      data-theme-switch=""
      aria-label="Dark theme"
      suppressHydrationWarning
    >
      <svg
        viewBox="0 0 20 20"
        width="18"
        height="18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <circle cx="10" cy="10" r="7.25" />
        <path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor" stroke="none" />
      </svg>
    </button>
  )
}
