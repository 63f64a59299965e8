const YEAR_SECONDS = 31_536_000

/** The owner's accent colour as a style sheet, since the policy forbids inline styles. The address carries the colour, so it never goes stale. */
export async function GET(_request: Request, { params }: { params: Promise<{ accent: string }> }) {
  const color = /^([0-9a-f]{6})\.css$/.exec((await params).accent)?.[1]
  if (color === undefined) return new Response('Not found', { status: 404 })
  return new Response(`:root{--accent-chosen:#${color}}`, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': `public, max-age=${YEAR_SECONDS}, immutable`,
    },
  })
}
