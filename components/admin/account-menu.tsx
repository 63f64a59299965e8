'use client'

import { CircleUser, ExternalLink, LogOut, UserCog } from 'lucide-react'
import { ThemeChoice } from '@/components/admin/theme-choice'
import { mayLeave } from '@/components/ui/leaving'
import { Menu, MenuItem, MenuLink } from '@/components/ui/menu'

export function AccountMenu({ name, role }: { name: string; role: string }) {
  const trigger = (
    <>
      <CircleUser aria-hidden />
      <span className="truncate max-md:sr-only">{name}</span>
    </>
  )
  return (
    <Menu
      label={`Account of ${name}`}
      trigger={trigger}
      look={{ variant: 'quiet' }}
      className="max-md:w-9 md:justify-start md:px-2"
    >
      <p className="px-2.5 py-1.5 text-xs text-muted">
        {name}, {role}
      </p>
      <MenuLink href="/">
        <ExternalLink aria-hidden />
        View site
      </MenuLink>
      <MenuLink href="/admin/account">
        <UserCog aria-hidden />
        Your account
      </MenuLink>
      <ThemeChoice />
      <MenuItem onSelect={() => void leave()}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  )
}

/** By our own navigation: next-auth's would go to the configured address, and the desk may be open under a loopback one. */
async function leave() {
  if (!mayLeave()) return
  const { signOut } = await import('next-auth/react')
  await signOut({ redirect: false })
  window.location.assign('/login')
}
