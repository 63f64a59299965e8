type Listener = (tags: readonly string[]) => void

declare global {
  var octavoExpiries: { listeners: Set<Listener>; isTrusted: () => boolean } | undefined
}

/** One per process, not per bundle: the server hears what expires, queries inside Next's bundle remember. */
const bus = (globalThis.octavoExpiries ??= { listeners: new Set(), isTrusted: () => false })

/** Whether what expires is heard, so that something may be remembered at all. False without our server. */
export function mayRemember(): boolean {
  return bus.isTrusted()
}

/** Calls `listener` with every expiry (`lib/depends.ts`), before any page is rendered anew. */
export function onExpire(listener: Listener): void {
  bus.listeners.add(listener)
}

/** For the server: passes on an expiry that it heard. */
export function announceExpiry(tags: readonly string[]): void {
  for (const listener of bus.listeners) listener(tags)
}

/** For the server: says from now on whether expiries are heard. */
export function trustExpiries(isTrusted: () => boolean): void {
  bus.isTrusted = isTrusted
}
