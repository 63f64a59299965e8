const LEAVING = 'octavo:leaving'

/** Whether this page may be left: whatever holds unsaved work is asked, and asks the person. */
export function mayLeave(): boolean {
  return window.dispatchEvent(new Event(LEAVING, { cancelable: true }))
}

/** Has `ask` answer whoever is about to leave this page. Answers how to stop. */
export function askedBeforeLeaving(ask: () => boolean): () => void {
  function onLeaving(event: Event) {
    if (!ask()) event.preventDefault()
  }
  window.addEventListener(LEAVING, onLeaving)
  return () => window.removeEventListener(LEAVING, onLeaving)
}
