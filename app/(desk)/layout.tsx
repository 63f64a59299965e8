import { CSPProvider } from '@base-ui/react/csp-provider'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { THEME_COOKIE, themeOf } from '@/components/admin/theme'
import { ToastProvider } from '@/components/ui/toast'
import { italic, roman } from './fonts'
import './desk.css'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Octavo', template: '%s · Octavo' },
  robots: { index: false, follow: false },
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/apple-touch-icon.png' },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f6f3' },
    { media: '(prefers-color-scheme: dark)', color: '#151412' },
  ],
}

export default async function DeskRoot({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce')
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html
      lang="en"
      className={`${roman.variable} ${italic.variable}`}
      {...(theme === null ? {} : { 'data-theme': theme })}
    >
      <body>
        <CSPProvider {...(nonce === null ? {} : { nonce })}>
          <ToastProvider>
            <div className="desk-root">{children}</div>
          </ToastProvider>
        </CSPProvider>
      </body>
    </html>
  )
}
