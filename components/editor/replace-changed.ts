/**
 * Makes the children of `box` those of `html`, touching only the run of them that differs: a long preview is not laid out
 * anew for one word, and a picture that stays does not flicker.
 */
export function replaceChanged(box: HTMLElement, html: string): void {
  const template = document.createElement('template')
  template.innerHTML = html
  const [old, next] = [[...box.childNodes], [...template.content.childNodes]]
  const most = Math.min(old.length, next.length)
  let first = 0
  while (first < most && isSame(old[first], next[first])) first += 1
  let last = 0
  while (last < most - first && isSame(old.at(-1 - last), next.at(-1 - last))) last += 1
  const after = old[old.length - last] ?? null
  for (const node of old.slice(first, old.length - last)) node.remove()
  for (const node of next.slice(first, next.length - last)) box.insertBefore(node, after)
}

/** Where something was added above, what stays begins in another line: that is taken over on the way. */
function isSame(one: ChildNode | undefined, other: ChildNode | undefined): boolean {
  if (!(one instanceof HTMLElement) || !(other instanceof HTMLElement))
    return one?.isEqualNode(other ?? null) === true
  const line = other.dataset.line
  if (line !== undefined && one.dataset.line !== undefined) one.dataset.line = line
  return one.isEqualNode(other)
}
