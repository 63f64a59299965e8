export const ENCODINGS = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Browsers send a handful of different headers; strangers could send any number. */
const REMEMBERED = 100
const chosen = new Map<string, Encoding>()

/** The best of what a client takes (RFC 9110 § 12.5.3); `q=0` refuses. */
export function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  const header = String(accepted ?? '')
  const known = chosen.get(header)
  if (known !== undefined) return known
  const encoding = choose(header.toLowerCase())
  if (chosen.size < REMEMBERED) chosen.set(header, encoding)
  return encoding
}

function choose(header: string): Encoding {
  const offers = header.split(',').map((offer) => offer.trim())
  const takes = (name: string) =>
    offers.some((offer) => offer.split(';', 1)[0]?.trim() === name && !/;\s*q=0(?:\.0*)?$/.test(offer))
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : 'identity'
}
