// Each element that we put into a page says so. In Chromium, a script of an updated extension lives on without an extension,
// and a script from another copy of Rolecall has an extension of its own: there is no way to send either a message. So a
// later script takes over what it finds, and the earlier one notices and ends.

/** Id of the extension whose script put the element there. */
const owner = 'data-rolecall'
/** The prefix of the page's title, stored on the icon. */
const titlePrefix = 'data-rolecall-title'

const own = new WeakSet<Element>()

/** Marks an element as ours before it goes into the page; `prefix` is the prefix that the page's title gets with it. */
export function claim(element: Element, extension: string, prefix = ''): void {
  own.add(element)
  element.setAttribute(owner, extension)
  if (prefix !== '') element.setAttribute(titlePrefix, prefix)
}

/**
 * Returns the elements of other scripts; with `extension`, only those of this extension, whose earlier scripts are all dead.
 */
function others(extension?: string): readonly Element[] {
  return [...document.querySelectorAll(`[${owner}]`)].filter(
    element => !own.has(element) && (extension === undefined || element.getAttribute(owner) === extension),
  )
}

/** Removes elements of earlier scripts from the page: those of this extension, or with `all` those of any copy. */
export function takeOver(extension: string, all: boolean): void {
  for (const element of others(all ? undefined : extension)) {
    const prefix = element.getAttribute(titlePrefix)
    if (prefix) setTitle(withoutPrefix(document.title, prefix))
    element.remove()
  }
}

/** Whether another script has taken over: an element of ours is gone, and one of theirs is there. */
export function isTakenOver(element: Element | undefined): boolean {
  return element !== undefined && !element.isConnected && others().length > 0
}

/** Returns the title without the prefix, wherever other scripts have put it. */
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

/** Sets the page's title if it differs. */
export function setTitle(title: string): void {
  if (document.title !== title) document.title = title
}
