import type { Troubles } from '@/domain/schedule/health'
import { Notice } from '@/components/ui/notice'
import { momentInWords } from '@/lib/times-in-words'

/** On every page of the desk, for whoever can do something about it. */
export function TroubleBanner({ troubles, zone }: { troubles: Troubles; zone: string }) {
  const { failing, stalledSince } = troubles
  if (failing === 0 && stalledSince === null) return null
  const sentences = [
    failing === 1 ? 'Something the site does by itself keeps failing.' : null,
    failing > 1 ? `${failing} things the site does by itself keep failing.` : null,
    stalledSince === null
      ? null
      : `Nothing is announced since ${momentInWords(stalledSince, zone)}: no server carries out its jobs.`,
  ]
  return (
    <div className="px-4 pt-4 md:px-8">
      <Notice tone="danger">
        {sentences.filter((sentence) => sentence !== null).join(' ')}{' '}
        <a href="/admin/health" className="font-medium underline underline-offset-2">
          See Health
        </a>
      </Notice>
    </div>
  )
}
