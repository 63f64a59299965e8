/**
 * Where the live posts of a list stand, in its order: by date, newest first, and posts of one date by id. They are kept as the
 * bytes that Postgres sent, because a blog may have a hundred thousand of them: 16 of the id and 8 of the date, in milliseconds
 * since 1970 as a double, the most significant first. There may be room behind the last of them. A list is mended in place: to
 * copy megabytes with every change made V8 collect all garbage after each dozen of them, while a reader waited.
 */
export type Places = { length: number; bytes: Buffer }

const SIZE = 24
const ID_SIZE = 16

/** A copy of its own, because it will be written to. */
export function placesOf(bytes: Uint8Array | null): Places {
  const own = Buffer.from(bytes ?? [])
  return { length: own.length / SIZE, bytes: own }
}

/** The ids of the posts from one position up to another, both counted from 0; as with `slice`, the latter is left out. */
export function idsBetween({ length, bytes }: Places, from: number, to: number): string[] {
  const [first, end] = [Math.max(0, from), Math.min(length, to)]
  return Array.from({ length: Math.max(0, end - first) }, (_, number) => {
    const at = (first + number) * SIZE
    const hex = bytes.toString('hex', at, at + ID_SIZE)
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  })
}

/** The ids of the posts next to a date: `count` that are not older, and as many after them. */
export function idsAround(places: Places, date: Date, count: number): string[] {
  const at = positionOf(placeAt(date.getTime()), places)
  return idsBetween(places, at - count, at + count)
}

/** Takes these posts out of the list, and puts those that `others` holds where they belong. */
export function mendPlaces(places: Places, ids: readonly string[], others: Places): void {
  for (const id of ids) takeOut(places, Buffer.from(id.replaceAll('-', ''), 'hex'))
  for (let at = 0; at < others.length * SIZE; at += SIZE) putIn(places, others.bytes.subarray(at, at + SIZE))
}

function takeOut(places: Places, id: Buffer): void {
  const used = places.bytes.subarray(0, places.length * SIZE)
  let at = used.indexOf(id)
  // A row of bytes that looks like the id may begin within another place.
  while (at !== -1 && at % SIZE !== 0) at = used.indexOf(id, at + 1)
  if (at === -1) return
  used.copyWithin(at, at + SIZE)
  places.length -= 1
}

function putIn(places: Places, place: Buffer): void {
  const at = positionOf(place, places) * SIZE
  const end = places.length * SIZE
  if (end === places.bytes.length) places.bytes = withRoom(places.bytes)
  places.bytes.copyWithin(at + SIZE, at, end)
  place.copy(places.bytes, at)
  places.length += 1
}

/** For an eighth more, so that a list that grows is seldom copied. */
function withRoom(bytes: Buffer): Buffer {
  const roomy = Buffer.alloc(bytes.length + Math.ceil(bytes.length / SIZE / 8 + 1) * SIZE)
  bytes.copy(roomy)
  return roomy
}

/** Before this stands whatever is not older than the date, since no id is less than all zeros. */
function placeAt(date: number): Buffer {
  const place = Buffer.alloc(SIZE)
  place.writeDoubleBE(date, ID_SIZE)
  return place
}

/** How many of a list stand before a place. */
function positionOf(place: Buffer, { length, bytes }: Places): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    const at = middle * SIZE
    if (isBefore(bytes.subarray(at, at + SIZE), place)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore(a: Buffer, b: Buffer): boolean {
  const [dateOfA, dateOfB] = [a.readDoubleBE(ID_SIZE), b.readDoubleBE(ID_SIZE)]
  return dateOfA === dateOfB ? a.compare(b, 0, ID_SIZE, 0, ID_SIZE) > 0 : dateOfA > dateOfB
}
