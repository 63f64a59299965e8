import { diffArrays } from 'diff'

/** A line of a file: what it says, and its bytes without and of its end. */
type SourceLine = { text: string; bytes: Uint8Array; end: Uint8Array }

export type SourceLines = {
  /** The whole text as the importer reads it: no byte order mark, no NUL, `\n` at the end of lines. */
  text: string
  lines: SourceLine[]
  mark: Uint8Array
  encode: (line: string) => Uint8Array
}

const [LF, CR] = [0x0a, 0x0d]

/** A file as lines that remember their bytes, whatever its encoding. */
export function readSourceLines(bytes: Uint8Array): SourceLines {
  const wide = wideEncodings.find(({ mark }) => bytes[0] === mark[0] && bytes[1] === mark[1])
  if (wide !== undefined) {
    const { decode, encode, mark } = wide
    return collect(splitText(decode(bytes.subarray(2)), encode), mark, encode)
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const mark = bytes.subarray(0, hasMark ? 3 : 0)
  const raw = splitBytes(bytes.subarray(mark.length))
  const lines = raw.map(({ bytes: line, end }) => ({ text: decodeLine(line), bytes: line, end }))
  return collect(lines, mark, isLatin(raw) ? encodeLatin : encodeUtf8)
}

/** The file with another text: lines that are still there keep their bytes and ends, new ones are written as the old ones are. */
export function writeSourceLines({ lines, mark, encode }: SourceLines, edited: string): Uint8Array {
  const usual = lines.find(({ end }) => end.length > 0)?.end ?? encode('\n')
  const kept = diffArrays(
    lines.map(({ text }) => text),
    edited.split('\n'),
  )
  const written: SourceLine[] = []
  let at = 0
  let removed: SourceLine[] = []
  for (const { value, added, removed: isRemoved } of kept) {
    if (!added) {
      const same = lines.slice(at, at + value.length)
      at += value.length
      if (isRemoved) removed = same
      else written.push(...same)
    }
    if (added)
      for (const [index, text] of value.entries())
        written.push({
          text,
          bytes: encode(text),
          end: removed[index]?.end ?? written.at(-1)?.end ?? usual,
        })
    if (!isRemoved) removed = []
  }
  const parts = written.flatMap(({ bytes, end }, index) =>
    index === written.length - 1 ? [bytes] : [bytes, end.length === 0 ? usual : end],
  )
  return Buffer.concat([mark, ...parts])
}

const collect = (lines: SourceLine[], mark: Uint8Array, encode: SourceLines['encode']): SourceLines => ({
  text: lines.map(({ text }) => text).join('\n'),
  lines,
  mark,
  encode,
})

function splitBytes(bytes: Uint8Array): Omit<SourceLine, 'text'>[] {
  const lines: Omit<SourceLine, 'text'>[] = []
  let start = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== LF && bytes[at] !== CR) continue
    const after = bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1
    lines.push({ bytes: bytes.subarray(start, at), end: bytes.subarray(at, after) })
    start = after
    at = after - 1
  }
  return [...lines, { bytes: bytes.subarray(start), end: new Uint8Array() }]
}

function splitText(text: string, encode: SourceLines['encode']): SourceLine[] {
  return text.split(/(?<=\r\n|\r(?!\n)|\n)/).flatMap((line, index, all) => {
    const [whole = '', end = ''] = /^[^\r\n]*(\r\n|\r|\n)?$/.exec(line) ?? []
    const bare = whole.slice(0, whole.length - (end ?? '').length)
    const read = { text: clean(bare), bytes: encode(bare), end: encode(end ?? '') }
    const isOpen = index === all.length - 1 && read.end.length > 0
    return isOpen ? [read, { text: '', bytes: new Uint8Array(), end: new Uint8Array() }] : [read]
  })
}

const clean = (text: string) => text.replaceAll('\0', '').toWellFormed()
const encodeUtf8 = (line: string): Uint8Array => Buffer.from(line, 'utf8')

const wideEncodings = [
  {
    mark: Uint8Array.of(0xff, 0xfe),
    decode: (bytes: Uint8Array) => Buffer.from(bytes).toString('utf16le'),
    encode: (line: string): Uint8Array => Buffer.from(line, 'utf16le'),
  },
  {
    mark: Uint8Array.of(0xfe, 0xff),
    decode: (bytes: Uint8Array) => new TextDecoder('utf-16be').decode(bytes),
    encode: (line: string): Uint8Array => Buffer.from(line, 'utf16le').swap16(),
  },
]

function decodeLine(bytes: Uint8Array): string {
  return clean(isUtf8(bytes) ? new TextDecoder().decode(bytes) : latin.decode(bytes))
}

function isUtf8(bytes: Uint8Array): boolean {
  return Buffer.compare(Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf8'), bytes) === 0
}

const latin = new TextDecoder('windows-1252')
const latinBytes = new Map(
  Array.from({ length: 256 }, (_, byte) => [latin.decode(Uint8Array.of(byte)), byte] as const),
)

/** Old editors wrote all of it in one encoding; a file that was mixed already gets UTF-8. */
function isLatin(lines: { bytes: Uint8Array }[]): boolean {
  const foreign = lines.filter(({ bytes }) => bytes.some((byte) => byte > 0x7f))
  return foreign.length > 0 && foreign.every(({ bytes }) => !isUtf8(bytes))
}

function encodeLatin(line: string): Uint8Array {
  const bytes = Array.from(line, (letter) => latinBytes.get(letter))
  if (bytes.some((byte) => byte === undefined)) return encodeUtf8(line)
  const written = Uint8Array.from(bytes.filter((byte) => byte !== undefined))
  return decodeLine(written) === line ? written : encodeUtf8(line)
}
