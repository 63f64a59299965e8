import { insertRows } from '@/domain/transfer/insert-rows'
import type { Line, Run } from '@/domain/transfer/run'
import type { Tx } from '@/lib/db'

/**
 * Writes what became of files into the report, in the transaction that did it. A file that an earlier attempt of the same unit
 * brought in keeps what was there before that: undo goes all the way back.
 */
export async function saveLines(tx: Tx, run: Pick<Run, 'id' | 'rehearsing' | 'finished'>, lines: Line[]) {
  const [again, first] = [
    lines.filter((line) => isAgain(run, line)),
    lines.filter((line) => !isAgain(run, line)),
  ]
  for (const { path, position, address, repairs, notes, redirects, version } of again) {
    const told = { position, address, repairs, notes, redirects }
    await tx.importFile.update({
      where: { importId_path: { importId: run.id, path } },
      data: { ...told, ...(version === undefined ? {} : { version }) },
    })
  }
  await tx.importFile.deleteMany({ where: { importId: run.id, path: { in: first.map(({ path }) => path) } } })
  await insertRows(
    tx,
    'import_file',
    first.map((line) => rowOf(run, line)),
  )
}

function isAgain({ finished }: Pick<Run, 'finished'>, { path }: Line): boolean {
  const before = finished.get(path)
  return before !== undefined && before !== 'failed' && before !== 'unchanged'
}

function rowOf({ id, rehearsing }: Pick<Run, 'id' | 'rehearsing'>, { former = {}, ...line }: Line) {
  const { position, path, verdict, address, repairs, notes, redirects } = line
  return {
    importId: id,
    rehearsed: rehearsing,
    position,
    path: storable(path),
    verdict,
    address,
    repairs: repairs.map(storable),
    notes: notes.map(storable),
    redirects,
    postId: line.postId ?? null,
    version: line.version ?? null,
    formerRevisionId: former.revisionId ?? null,
    formerPath: former.path ?? null,
    formerSha256: former.sha256 ?? null,
    formerContent: former.content ?? null,
    formerVersion: former.version ?? null,
    formerState: former.state ?? null,
    formerFileRevisionId: former.fileRevisionId ?? null,
  }
}

/** Postgres refuses NUL and lone surrogates, which file names and what is cited from a file may hold. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\u2400')
}
