'use client'

import { CircleUser, ExternalLink, LogOut, UserCog } from 'lucide-react'
import { Menu, MenuItem, MenuLink } from '@/components/ui/menu'

export function AccountMenu({ name, role }: { name: string; role: string }) {
  const trigger = (
    <>
      <CircleUser aria-hidden />
      <span className="truncate max-md:sr-only">{name}</span>
    </>
  )
  return (
    <Menu label={`Account of ${name}`} trigger={trigger} look={{ variant: 'quiet', size: 'small' }}>
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
      <MenuItem onSelect={() => window.location.assign('/logout')}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  )
}
