import { type Card, drawable } from '@/domain/cards/card'

export const CARD_SIZE = { width: 1200, height: 630 }

/** The picture of a post that has none: its title as on a title page. Laid out by satori, which knows flex boxes and nothing else. */
export function PostCard({ card }: { card: Card }) {
  const title = drawable(card.title)
  const site = drawable(card.site)
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: '84px 96px 72px',
        background: '#fcfaf6',
        color: '#211d19',
        fontFamily: 'Source Serif',
      }}
    >
      <div style={{ display: 'flex', width: 96, height: 8, background: card.accent }} />
      <div style={{ display: 'flex', fontSize: sizeFor(title), lineHeight: 1.15, letterSpacing: '-0.015em' }}>
        {title === '' ? site : title}
      </div>
      <div style={{ display: 'flex', fontSize: 32, color: '#6a625a' }}>{title === '' ? '' : site}</div>
    </div>
  )
}

function sizeFor(title: string): number {
  if (title.length <= 30) return 92
  return title.length <= 70 ? 76 : 60
}
