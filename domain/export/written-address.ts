import { encodePath } from '@/lib/paths'

/** A stored address as people write it, `/über/uns`, where that leads back to it. */
export function writeAddress(path: string): string {
  const plain = decode(path)
  return plain !== null && !/[\s?#%]/.test(plain) && encodePath(plain) === path ? plain : path
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
