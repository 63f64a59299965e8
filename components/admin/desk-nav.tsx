'use client'

import {
  Activity,
  ArrowLeftRight,
  CalendarDays,
  ExternalLink,
  FileText,
  Image,
  Settings,
  Tag,
  Users,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

export type Place = { href: string; label: string }

const icons: Record<string, typeof FileText> = {
  Posts: FileText,
  Calendar: CalendarDays,
  Media: Image,
  Tags: Tag,
  People: Users,
  Health: Activity,
  Transfer: ArrowLeftRight,
  Settings,
}

export function DeskNav({ places }: { places: Place[] }) {
  const pathname = usePathname()
  return (
    <nav
      aria-label="Desk"
      className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:border-t max-md:border-line max-md:bg-canvas md:flex-1"
    >
      <ul className="flex max-md:justify-around md:flex-col md:gap-0.5">
        {places.map(({ href, label }) => {
          const Icon = icons[label] ?? FileText
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={pathname.startsWith(href) ? 'page' : undefined}
                className="flex items-center gap-2 rounded-md px-2 py-1.5 font-medium text-muted hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink max-md:min-h-12 max-md:flex-col max-md:gap-0 max-md:text-[0.6875rem]"
              >
                <Icon aria-hidden className="size-4 max-md:size-5" />
                {label}
              </Link>
            </li>
          )
        })}
        <li className="max-md:hidden">
          <a
            href="/"
            className="flex items-center gap-2 rounded-md px-2 py-1.5 font-medium text-muted hover:bg-hover hover:text-ink"
          >
            <ExternalLink aria-hidden className="size-4" />
            View site
          </a>
        </li>
      </ul>
    </nav>
  )
}
