/** Percent signs resolved; a broken sequence leaves the text as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}

/** Joined and tidied; `null` when it climbs out of the top. */
export function joinPath(folder: string, path: string): string | null {
  const steps: string[] = []
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '..' && steps.length === 0) return null
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
