const lineBreak = 0x0a

/**
 * The text of a Markdown file. UTF-8, UTF-16 with its mark, and, line by line, Windows-1252 where a line is not UTF-8,
 * which is what old editors left behind. A byte order mark of UTF-8 stays in the text. Never fails.
 */
export function decodeSource(bytes: Uint8Array): { source: string; repairs: string[] } {
  const wide = wideEncodings.find(({ mark }) => bytes[0] === mark[0] && bytes[1] === mark[1])
  if (wide !== undefined) {
    return { source: new TextDecoder(wide.encoding).decode(bytes), repairs: ['UTF-16 was read as such'] }
  }
  const whole = decodeUtf8(bytes)
  if (whole !== null) return { source: whole, repairs: [] }
  const lines = splitLines(bytes).map(
    (line) => decodeUtf8(line) ?? new TextDecoder('windows-1252').decode(line),
  )
  const first = splitLines(bytes).findIndex((line) => decodeUtf8(line) === null) + 1
  return {
    source: lines.join('\n'),
    repairs: [`line ${first}: bytes that are not UTF-8 were read as Windows-1252`],
  }
}

const wideEncodings = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(lineBreak); end >= 0; end = bytes.indexOf(lineBreak, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  return [...lines, bytes.subarray(start)]
}
