import { SunMoon } from 'lucide-react'

type SiteHeaderProps = { title: string; pages: { path: string; title: string }[]; hasSeries: boolean }

export function SiteHeader({ title, pages, hasSeries }: SiteHeaderProps) {
  const links = [
    { path: '/archive', title: 'Archive' },
    { path: '/tags', title: 'Tags' },
    ...(hasSeries ? [{ path: '/series', title: 'Series' }] : []),
    ...pages,
    { path: '/search', title: 'Search' },
  ]
  return (
    <header className="site-header">
      <div className="frame flex flex-wrap items-baseline gap-x-8 gap-y-2 py-5 md:py-6">
        <a href="/" className="site-title me-auto" dir="auto">
          {title}
        </a>
        <ThemeSwitch />
        <nav aria-label="Site" className="label order-last w-full md:order-none md:w-auto">
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {links.map((link) => (
              <li key={link.path} dir="auto">
                <a href={link.path} className="quiet-link inline-block py-1">
                  {link.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}

/** Only a script can switch, so only a script shows it. */
function ThemeSwitch() {
  return (
    <button type="button" className="icon-button md:order-last" data-theme-switch="" aria-label="Dark theme" hidden>
      <SunMoon size={18} strokeWidth={1.5} aria-hidden="true" />
    </button>
  )
}
