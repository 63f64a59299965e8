import { renderPending } from '@/domain/posts/rendering'
import { describeError, log } from '@/lib/log'
import type { Stop } from '@/server/signals'

const AT_ONCE = 20

/** Renders what an import, an older renderer or a kill left without HTML, newest first, while readers are served. */
export async function renderBacklog(stop: Stop): Promise<void> {
  try {
    while (!stop.isAsked() && (await renderPending(AT_ONCE)) === AT_ONCE);
  } catch (error) {
    log('render-backlog.failed', describeError(error))
  }
}
