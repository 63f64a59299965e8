import Link from 'next/link'
import { reportAddress } from '@/components/transfer/report-address'
import { Badge, type Tone } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button-style'
import type { ReportListing } from '@/domain/transfer/import-schema'
import type { ReportPage } from '@/domain/transfer/import-lines'
import type { FileReport, Verdict } from '@/domain/transfer/report'
import { VERDICT_MEANINGS, VERDICT_WORDS } from '@/domain/transfer/transfer'

const tones: Record<Verdict, Tone> = {
  failed: 'danger',
  created: 'good',
  updated: 'accent',
  revision: 'warn',
  moved: 'accent',
  unchanged: 'neutral',
  kept: 'neutral',
  missing: 'warn',
  left: 'neutral',
}

type Props = { report: ReportPage; listing: ReportListing; id: string }

/** What becomes of each file, and why. */
export function ReportTable({ report: { files, total, pages }, listing, id }: Props) {
  if (files.length === 0) {
    return (
      <p className="rounded-lg border border-dashed border-line px-4 py-12 text-center text-muted">
        {listing.q === '' && listing.show === 'all'
          ? 'No file was looked at yet.'
          : 'No file fits this search.'}
      </p>
    )
  }
  return (
    <>
      <table className="w-full text-left">
        <thead className="text-xs text-muted max-md:sr-only">
          <tr className="border-b border-line">
            <th scope="col" className="py-1.5 pr-3 font-medium">
              File
            </th>
            <th scope="col" className="w-44 py-1.5 pr-3 font-medium">
              What becomes of it
            </th>
            <th scope="col" className="w-1/2 py-1.5 font-medium">
              Remarks
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <Row key={file.path} file={file} />
          ))}
        </tbody>
      </table>
      <nav aria-label="Pages" className="flex items-center justify-between gap-3 py-4 text-muted">
        <p>
          {total === 1 ? '1 file' : `${total.toLocaleString('en')} files`}
          {pages > 1 && `, page ${listing.page} of ${pages}`}
        </p>
        <div className="flex gap-2">
          {listing.page > 1 && (
            <Page href={reportAddress(id, listing, { page: listing.page - 1 })} label="Previous" />
          )}
          {listing.page < pages && (
            <Page href={reportAddress(id, listing, { page: listing.page + 1 })} label="Next" />
          )}
        </div>
      </nav>
    </>
  )
}

function Row({ file: { path, verdict, address, repairs, notes, redirects } }: { file: FileReport }) {
  return (
    <tr className="border-b border-line align-top max-md:flex max-md:flex-col max-md:gap-1 max-md:py-2.5 md:*:py-2.5">
      <td className="pr-3 font-medium wrap-anywhere">{path}</td>
      <td className="pr-3">
        <span title={VERDICT_MEANINGS[verdict]}>
          <Badge tone={tones[verdict]}>{VERDICT_WORDS[verdict]}</Badge>
        </span>
        {address !== null && <p className="mt-1 text-xs wrap-anywhere text-muted">{decoded(address)}</p>}
      </td>
      <td className="text-[0.8125rem]">
        <ul className="flex flex-col gap-1 wrap-anywhere">
          {repairs.map((repair, at) => (
            <li key={`repair ${at}`}>
              <span className="text-good">Repaired:</span> {repair}
            </li>
          ))}
          {notes.map((note, at) => (
            <li key={`note ${at}`}>{note}</li>
          ))}
          {redirects.map((old) => (
            <li key={`old ${old}`} className="text-muted">
              <span className="sr-only">Old address: </span>
              {decoded(old)} leads here
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

function Page({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} className={buttonStyle({ size: 'small' })}>
      {label}
    </Link>
  )
}

/** Addresses are stored as browsers send them; people read them plain. */
function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
