import { getSettings } from '@/domain/settings/queries'

export const dynamic = 'force-dynamic'

const YEAR_SECONDS = 31_536_000

/** The owner's accent colour as a style sheet, since the policy forbids inline styles. The address carries the colour, so it never goes stale. */
export async function GET(_request: Request, { params }: { params: Promise<{ accent: string }> }) {
  const [{ accent }, { accent: file }] = await Promise.all([getSettings(), params])
  if (file !== `${accent.slice(1)}.css`) return new Response('Not found', { status: 404 })
  return new Response(`:root{--accent-chosen:${accent}}`, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': `public, max-age=${YEAR_SECONDS}, immutable`,
    },
  })
}
