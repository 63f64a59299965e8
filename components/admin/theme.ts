export type Theme = 'light' | 'dark'

/** The name of the cookie in which a browser remembers its theme: the server sets it before anything is painted. */
export const THEME_COOKIE = 'octavo-theme'
const YEAR = 31_536_000

export function themeOf(value: string | undefined): Theme | null {
  return value === 'light' || value === 'dark' ? value : null
}

/** Light, dark, or with null what the system says; remembered on this device, for the pages of readers too. */
export function chooseTheme(theme: Theme | null): void {
  const root = document.documentElement
  if (theme === null) delete root.dataset.theme
  else root.dataset.theme = theme
  document.cookie = `${THEME_COOKIE}=${theme ?? ''}; path=/; samesite=lax; max-age=${theme === null ? 0 : YEAR}`
  remember(theme)
}

/** The pages of readers keep it here; a browser may forbid them to. */
function remember(theme: Theme | null): void {
  try {
    if (theme === null) localStorage.removeItem('theme')
    else localStorage.setItem('theme', theme)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
