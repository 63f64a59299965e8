import { getSettings } from '@/domain/settings/queries'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { title, description } = await getSettings()
  const manifest = {
    name: title,
    short_name: title.slice(0, 12),
    ...(description === '' ? {} : { description }),
    start_url: '/',
    display: 'browser',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [{ src: '/icon-512.png', sizes: '512x512', type: 'image/png' }],
  }
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } })
}
