const schemesOfLinks = ['http', 'https', 'mailto', 'tel', 'xmpp', 'irc', 'ircs']
const schemesOfMedia = ['http', 'https']

/** Whether a link may lead there: a relative address, or one of the few schemes that run nothing. */
export function isSafeLink(url: string) {
  return hasScheme(url, schemesOfLinks)
}

/** Whether a picture, sound or film may come from there: a relative address, http or https. */
export function isSafeMedia(url: string) {
  return hasScheme(url, schemesOfMedia)
}

/** Candidates of a `srcset`, each with its descriptor: an address ends at a blank, a descriptor at a comma. */
export function parseSrcset(srcset: string) {
  const candidates = srcset.matchAll(/([^\s,](?:\S*[^\s,])?)(?:\s+([^,]+))?/g)
  return [...candidates].map(([, url = '', descriptor = '']) => ({ url, descriptor: descriptor.trim() }))
}

/** Percent signs resolved, for comparing; broken ones stay as they are, where `decodeURIComponent` would throw. */
export function decodePercent(url: string) {
  return url.replace(/(%[0-9a-f]{2})+/gi, (run) => {
    const bytes = run
      .slice(1)
      .split('%')
      .map((byte) => Number.parseInt(byte, 16))
    return new TextDecoder().decode(Uint8Array.from(bytes))
  })
}

// Browsers ignore blanks and control characters in a scheme, so whatever stands before the colon must be a known word.
function hasScheme(url: string, allowed: string[]) {
  const beforeColon = /^[^/?#]*?(?=:)/.exec(url)?.[0]
  return beforeColon === undefined || allowed.includes(beforeColon.toLowerCase())
}
