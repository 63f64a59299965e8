// What a reader page can do with a script, and does well without: choose a theme, copy code, share, follow the contents,
// search while one types, and take away what stands for a picture that does not come.
;(() => {
  const root = document.documentElement
  const remembered = readTheme()
  if (remembered) root.dataset.theme = remembered
  // Errors of pictures do not bubble, so they are caught on their way down.
  document.addEventListener('error', ({ target }) => markBroken(target), true)
  document.addEventListener('DOMContentLoaded', () => {
    offerThemes()
    offerCopying()
    offerSharing()
    followContents()
    searchWhileTyping()
  })

  function readTheme() {
    try {
      const theme = localStorage.getItem('theme')
      return theme === 'dark' || theme === 'light' ? theme : null
    } catch {
      return null
    }
  }

  function keepTheme(theme) {
    try {
      localStorage.setItem('theme', theme)
    } catch {
      root.dataset.theme = theme
    }
  }

  function markBroken(target) {
    if (target instanceof HTMLImageElement) target.dataset.broken = ''
  }

  function offerThemes() {
    const button = document.querySelector('[data-theme-switch]')
    if (!button) return
    const system = matchMedia('(prefers-color-scheme: dark)')
    const isDark = () => (root.dataset.theme || (system.matches ? 'dark' : 'light')) === 'dark'
    const tell = () => button.setAttribute('aria-pressed', String(isDark()))
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark'
      keepTheme(root.dataset.theme)
      tell()
    })
    system.addEventListener('change', tell)
    tell()
  }

  function offerCopying() {
    if (!navigator.clipboard) return
    for (const pre of document.querySelectorAll('.prose pre')) {
      const frame = document.createElement('div')
      frame.className = 'code'
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = 'Copy'
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(pre.textContent.replace(/\n$/, ''))
        button.textContent = 'Copied'
        setTimeout(() => (button.textContent = 'Copy'), 2000)
      })
      pre.replaceWith(frame)
      frame.append(pre, button)
    }
  }

  function offerSharing() {
    const button = document.querySelector('[data-share]')
    if (!button || !navigator.share) return
    button.hidden = false
    button.addEventListener('click', () => {
      const canonical = document.querySelector('link[rel=canonical]')
      // Closing the sheet without sharing is no error.
      navigator
        .share({ title: document.title, url: canonical ? canonical.href : location.href })
        .catch(() => null)
    })
  }

  function followContents() {
    const links = new Map()
    for (const link of document.querySelectorAll('[data-contents] a')) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      if (heading) links.set(heading, link)
    }
    if (links.size === 0) return
    const headings = [...links.keys()]
    const mark = () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3)
      const current = passed.at(-1)
      for (const [heading, link] of links) {
        if (heading === current) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
    }
    new IntersectionObserver(mark).observe(headings[0])
    addEventListener('scroll', mark, { passive: true })
    mark()
  }

  function searchWhileTyping() {
    const results = document.querySelector('[data-search-results]')
    if (!results) return
    const input = document.querySelector('#search-words')
    let timer = 0
    const search = async () => {
      const words = input.value
      const address = `/search?q=${encodeURIComponent(words.trim())}`
      const answer = await fetch(address)
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const found = page.querySelector('[data-search-results]')
      // An answer that comes late is of no use; without one the form still sends.
      if (!found || words !== input.value) return
      results.replaceChildren(...found.childNodes)
      history.replaceState(null, '', address)
    }
    input.addEventListener('input', () => {
      clearTimeout(timer)
      timer = setTimeout(() => search().catch(() => null), 250)
    })
  }
})()
