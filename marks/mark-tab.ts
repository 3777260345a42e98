import type { MarkMessage } from '../src/marks/answer-pages'
import { keeper } from './keeper'
import { addPart, extension, isOver } from './life'
import { claim, isTakenOver, setTitle, withoutPrefix } from './ours'

/** What the tab shows. */
let shown: string | undefined
let prefix = ''
/** Also there if only the title has a mark, for later scripts to find. */
let icon: HTMLLinkElement | undefined
let href = ''

const title = keeper(() => isOver() || startsRight(document.title), addPrefix)

// If there are several icons, the last one counts.
const order = keeper(
  () => isOver() || icon === undefined || (lastIcon() === icon && icon.href === href),
  () => {
    if (!icon) return
    dress(icon)
    document.head?.append(icon)
  },
)

// The console rewrites its title, and now and then its icon, as the user goes from page to page.
const observer = new MutationObserver(() => {
  title.look()
  order.look()
})

/** Shows what the mark has for the tab: the name before its title, letters and color as its icon. Restores the rest. */
export function markTab(wanted: MarkMessage | undefined): void {
  // The script asks each time the tab comes to the front, and mostly gets the same answer.
  const looks = JSON.stringify(wanted && [wanted.title, wanted.icon, wanted.color])
  if (looks === shown) return
  leave()
  if (prefix !== '') setTitle(withoutPrefix(document.title, prefix))
  icon?.remove()
  icon = undefined
  shown = looks
  // Titles are read with single spaces, and none at either end.
  prefix = wanted?.title === undefined ? '' : `${wanted.title} ·`.replace(/\s+/g, ' ').trimStart()
  if (!wanted || (prefix === '' && !wanted.icon)) return
  icon = document.createElement('link')
  href = wanted.icon ? hrefOf(wanted.icon, wanted) : ''
  claim(icon, extension, prefix)
  if (wanted.icon) dress(icon)
  document.head?.append(icon)
  if (prefix !== '') {
    if (!startsRight(document.title)) addPrefix()
    title.start()
  }
  if (wanted.icon) order.start()
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

/** Makes the link the tab's icon. Without this, it only says what the title starts with. */
function dress(link: HTMLLinkElement): void {
  link.rel = 'icon'
  link.type = 'image/svg+xml'
  link.href = href
}

/**
 * Returns the address of an icon: the letters on a disc or a square in the color. The browser draws it from a text, which
 * costs a page less than a canvas.
 */
function hrefOf(
  { letters, isSquare }: NonNullable<MarkMessage['icon']>,
  { color, ink }: MarkMessage,
): string {
  const text = letters.replace(/[&<]/g, sign => `&#${sign.charCodeAt(0)};`)
  const shape = isSquare ? '<rect width="64" height="64" rx="8"' : '<circle cx="32" cy="32" r="32"'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${shape} fill="#${color}"/><text x="32" y="43" fill="#${ink}" font-family="sans-serif" font-weight="bold" font-size="30" text-anchor="middle">${text}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
