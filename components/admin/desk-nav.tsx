'use client'

import {
  Activity,
  ArrowLeftRight,
  CalendarDays,
  Ellipsis,
  ExternalLink,
  FileText,
  Image,
  Settings,
  Tag,
  Users,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Menu, MenuLink } from '@/components/ui/menu'

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

/** So many fit under a thumb at 360 px, with one that opens the rest. */
const ON_A_PHONE = 4

const look =
  'flex items-center gap-2 rounded-md px-2 py-1.5 font-medium text-muted hover:bg-hover hover:text-ink aria-[current]:bg-hover ' +
  'aria-[current]:text-ink max-md:min-h-12 max-md:flex-col max-md:justify-center max-md:gap-0 max-md:px-1 max-md:text-[0.6875rem]'

/** The places of the desk: all of them at the side of a wide window; on a phone the first ones in a bar, the others behind More. */
export function DeskNav({ places }: { places: Place[] }) {
  const pathname = usePathname()
  const isCrowded = places.length > ON_A_PHONE + 1
  const others = isCrowded ? places.slice(ON_A_PHONE) : []
  return (
    <nav
      aria-label="Desk"
      className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:border-t max-md:border-line max-md:bg-canvas md:flex-1"
    >
      <ul className="flex md:flex-col md:gap-0.5">
        {places.map((place, at) => (
          <li key={place.href} className={isCrowded && at >= ON_A_PHONE ? 'max-md:hidden' : 'max-md:flex-1'}>
            <Link
              href={place.href}
              aria-current={pathname.startsWith(place.href) ? 'page' : undefined}
              className={look}
            >
              <PlaceIcon label={place.label} />
              {place.label}
            </Link>
          </li>
        ))}
        {isCrowded && <More places={others} here={others.find(({ href }) => pathname.startsWith(href))} />}
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

function PlaceIcon({ label }: { label: string }) {
  const Icon = icons[label] ?? FileText
  return <Icon aria-hidden className="size-4 max-md:size-5" />
}

/** Says where one is, when that is behind it. */
function More({ places, here }: { places: Place[]; here: Place | undefined }) {
  const trigger = (
    <>
      {here === undefined ? <Ellipsis aria-hidden className="size-5" /> : <PlaceIcon label={here.label} />}
      {here?.label ?? 'More'}
    </>
  )
  return (
    <li className="flex-1 md:hidden">
      <Menu
        label={here === undefined ? 'More places' : `${here.label}, more places`}
        trigger={trigger}
        className={`h-12! w-full flex-col gap-0! border-0 text-[0.6875rem]! [&_svg]:size-5! ${here === undefined ? 'text-muted' : 'bg-hover'}`}
      >
        {places.map(({ href, label }) => (
          <MenuLink key={href} href={href}>
            <PlaceIcon label={label} />
            {label}
          </MenuLink>
        ))}
      </Menu>
    </li>
  )
}
