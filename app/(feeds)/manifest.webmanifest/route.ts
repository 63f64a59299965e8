import { getSettings } from '@/domain/settings/queries'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { title, description } = await getSettings()
  const manifest = {
    name: title,
    short_name: [...title].slice(0, 12).join('').trim(),
    ...(description === '' ? {} : { description }),
    start_url: '/',
    display: 'browser',
    background_color: '#fcfaf6',
    theme_color: '#fcfaf6',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } })
}
