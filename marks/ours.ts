// What we put into a page says so there. A script of an extension that was updated lives on in Chromium without an
// extension, and one of another copy of Rolecall has one of its own: neither can be told anything. So whoever comes later
// takes over what it finds, and the earlier one sees that and ends.

/** The id of the extension whose script put the element there. */
const owner = 'data-rolecall'
/** What was put before the page's title, on the icon. */
const titlePrefix = 'data-rolecall-title'

const own = new WeakSet<Element>()

/** Marks an element as ours, before it is put into the page; `prefix` is what goes before the page's title with it. */
export function claim(element: Element, extension: string, prefix = ''): void {
  own.add(element)
  element.setAttribute(owner, extension)
  if (prefix !== '') element.setAttribute(titlePrefix, prefix)
}

/** What other scripts have put there; with `extension` only those of this one, of which no other script lives. */
function others(extension?: string): readonly Element[] {
  return [...document.querySelectorAll(`[${owner}]`)].filter(
    element => !own.has(element) && (extension === undefined || element.getAttribute(owner) === extension),
  )
}

/** Takes what earlier scripts have put there out of the page: those of this extension, or with `all` those of any copy. */
export function takeOver(extension: string, all: boolean): void {
  for (const element of others(all ? undefined : extension)) {
    const prefix = element.getAttribute(titlePrefix)
    if (prefix) setTitle(withoutPrefix(document.title, prefix))
    element.remove()
  }
}

/** Whether somebody has taken over: an element of ours is gone, and one of theirs there. */
export function isTakenOver(element: Element | undefined): boolean {
  return element !== undefined && !element.isConnected && others().length > 0
}

/** The title without the prefix, wherever other scripts have put it. */
export function withoutPrefix(title: string, prefix: string): string {
  const words = title.split(' ')
  const wanted = prefix.split(' ')
  const rest: string[] = []
  for (let at = 0; at < words.length; at++) {
    if (wanted.every((word, index) => words[at + index] === word)) at += wanted.length - 1
    else rest.push(words[at] ?? '')
  }
  return rest.join(' ')
}

/** Sets the page's title, where it is another. */
export function setTitle(title: string): void {
  if (document.title !== title) document.title = title
}
