import type { MarkMessage } from '../src/marks/answer-pages'
import { keeper } from './keeper'
import { addPart, extension, isOver } from './life'
import { claim, isTakenOver, setTitle, withoutPrefix } from './ours'

let mark: MarkMessage | undefined
let prefix = ''
let icon: HTMLLinkElement | undefined
let href = ''

const title = keeper(() => isOver() || startsRight(document.title), addPrefix)

// If there are several icons, the last one counts.
const order = keeper(
  () => isOver() || icon === undefined || (lastIcon() === icon && icon.href === href),
  () => {
    if (!icon) return
    icon.rel = 'icon'
    icon.href = href
    document.head?.append(icon)
  },
)

// The console rewrites its title, and now and then its icon, as the user goes from page to page.
const observer = new MutationObserver(() => {
  title.look()
  order.look()
})

/** Shows the profile's name before the tab's title, and its color as the icon; without a mark, restores the page's own. */
export function markTab(wanted: MarkMessage | undefined): void {
  // The script asks each time the tab comes to the front, and mostly gets the same answer.
  if (wanted?.name === mark?.name && wanted?.color === mark?.color) return
  leave()
  if (mark) setTitle(withoutPrefix(document.title, prefix))
  icon?.remove()
  icon = undefined
  mark = wanted
  // Titles are read with single spaces, and none at either end.
  prefix = mark ? `${mark.name} ·`.replace(/\s+/g, ' ').trimStart() : ''
  if (!mark) return
  icon = iconOf(mark)
  href = icon.href
  claim(icon, extension, prefix)
  document.head?.append(icon)
  if (!startsRight(document.title)) addPrefix()
  title.start()
  order.start()
  observer.observe(document.head ?? document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['href', 'rel'],
  })
}

function leave(): void {
  observer.disconnect()
  title.stop()
  order.stop()
}

addPart({ isTaken: () => isTakenOver(icon), remove: () => markTab(undefined), leave })

function addPrefix(): void {
  setTitle(`${prefix} ${withoutPrefix(document.title, prefix)}`.trimEnd())
}

function startsRight(shown: string): boolean {
  return shown === prefix || shown.startsWith(`${prefix} `)
}

function lastIcon(): Element | undefined {
  return [...document.querySelectorAll('link[rel~="icon"]')].at(-1)
}

/**
 * Returns an icon: a disc in the color with the name's first letter. The browser draws it from a text, which costs a page
 * less than a canvas.
 */
function iconOf({ name, color, ink }: MarkMessage): HTMLLinkElement {
  // A lone surrogate can't be written in a URL.
  const first = [...name][0]?.replace(/^[\ud800-\udfff]$/, '') ?? ''
  const letter = first.toUpperCase().replace(/[&<]/g, sign => `&#${sign.charCodeAt(0)};`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="32" fill="#${color}"/><text x="32" y="46" fill="#${ink}" font-family="sans-serif" font-weight="bold" font-size="40" text-anchor="middle">${letter}</text></svg>`
  const link = document.createElement('link')
  link.rel = 'icon'
  link.type = 'image/svg+xml'
  link.href = `data:image/svg+xml,${encodeURIComponent(svg)}`
  return link
}
