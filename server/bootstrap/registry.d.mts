export function registryTrouble(limits?: {
  tries?: number
  /** Milliseconds for one answer, and between two tries. */
  patience?: number
  wait?: number
}): Promise<string | null>
