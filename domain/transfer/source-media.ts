const mediaFile = /\.(jpe?g|png|gif|webp|avif|svg|bmp|mp3|m4a|ogg|oga|opus|wav|flac)$/i

export type SourceMedia = { media: { reference: string; file: string }[]; warnings: string[] }

/**
 * The pictures and sounds of the source that a body or front matter refers to. `reference` is exactly as written;
 * `file` is a member of `files`. Those that are named but not there are warned about. Code is not searched.
 */
export function findMedia(input: {
  path: string
  body: string
  named: string[]
  files: ReadonlySet<string>
}): SourceMedia {
  const references = new Set([...input.named, ...listReferences(input.body)])
  const found: SourceMedia = { media: [], warnings: [] }
  for (const reference of references) {
    const wanted = localPath(reference)
    if (wanted === null || !mediaFile.test(wanted)) continue
    const file = candidates(wanted, input.path).find((candidate) => input.files.has(candidate))
    if (file !== undefined) found.media.push({ reference, file })
    if (file === undefined) found.warnings.push(`“${reference}” is not in the source`)
  }
  return found
}

// Anchored on what comes right before an address, and bounded, so that a megabyte of brackets costs nothing.
const patterns = [
  /\]\(\s{0,9}(?:<([^<>\n]{1,2000})>|(\{\{[^{}\n]{1,200}\}\}[^()\s]{0,2000}|(?:[^()\s<>]|\([^()\s]{0,200}\)){1,2000}))/g,
  /^ {0,3}\[[^\]\n]{1,200}\]:\s{0,9}<?([^\s<>]{1,2000})/gm,
  /\b(?:src|poster|href)\s{0,9}=\s{0,9}(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})'|([^\s>"'{}]{1,2000}))/g,
]

function listReferences(body: string): string[] {
  const text = withoutCode(body)
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((found) => found.slice(1).filter((address) => address !== undefined)),
  )
}

function withoutCode(body: string): string {
  let fence: string | null = null
  const kept: string[] = []
  for (const line of body.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null
    const closes: boolean = fence !== null && mark !== null && mark.startsWith(fence)
    if (fence === null && mark === null) kept.push(line)
    fence = closes ? null : (fence ?? mark)
  }
  return kept.join('\n')
}

function localPath(reference: string): string | null {
  const liquid = /^\{\{\s*["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url|url)\s*\}\}$/.exec(
    reference,
  )?.[1]
  const address = (liquid ?? reference).replace(/^\{\{\s*site\.(?:baseurl|url)\s*\}\}\/?/, '/')
  const bare = address.replace(/[?#].*$/s, '').replace(/^(?:@|~)\//, '/src/')
  if (bare === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(bare) || bare.includes('{{')) return null
  return decodePath(bare).replaceAll('\\', '/')
}

/** Percent signs resolved; a broken sequence leaves the text as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}

function candidates(wanted: string, path: string): string[] {
  const folder = path.split('/').slice(0, -1).join('/')
  const stem = path.replace(/\.[^./]+$/, '')
  const beside = wanted.startsWith('/') ? [] : [join(folder, wanted), join(stem, wanted)]
  const roots = [
    '',
    'static',
    'public',
    'assets',
    'source',
    'src',
    'content',
    'src/assets',
    'assets/images',
    'static/images',
  ]
  const paths = [...beside, ...roots.map((root) => join(root, wanted))].filter((found) => found !== null)
  return paths.flatMap((found) => [found, found.normalize('NFC'), found.normalize('NFD')])
}

/** Joined and tidied; `null` when it climbs out of the source. */
function join(folder: string, path: string): string | null {
  const steps: string[] = []
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '..' && steps.length === 0) return null
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
