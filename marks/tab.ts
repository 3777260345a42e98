import type { Marks } from '../src/marks/answer-pages'

let mark: Marks | undefined
let prefix = ''
let icon: HTMLLinkElement | undefined

// The console writes its title, and now and then its icon, anew as one goes from page to page in it.
const observer = new MutationObserver(keep)

/** Has the tab show the profile's name before its title, and its colour as icon; without a mark as the page has it. */
export function markTab(wanted: Marks | undefined): void {
  // Asked again each time that the tab comes to the front, it mostly has the same answer.
  if (wanted?.name === mark?.name && wanted?.color === mark?.color) return
  observer.disconnect()
  if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length)
  icon?.remove()
  icon = undefined
  mark = wanted
  prefix = mark ? `${mark.name} · ` : ''
  if (!mark) return
  keep()
  observer.observe(document.head ?? document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
  })
}

function keep(): void {
  if (!mark) return
  if (!document.title.startsWith(prefix)) document.title = `${prefix}${document.title}`
  icon ??= iconOf(mark)
  // Of several icons the last one counts.
  const icons = document.querySelectorAll('link[rel~="icon"]')
  if (icons[icons.length - 1] !== icon) document.head?.append(icon)
  // What was just written is no reason to look again.
  observer.takeRecords()
}

/** A disc in the colour with the name's first letter. A page that forbids `data:` images shows none. */
function iconOf({ name, color, ink }: Marks): HTMLLinkElement {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 64
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = `#${color}`
    context.beginPath()
    context.arc(32, 32, 32, 0, 2 * Math.PI)
    context.fill()
    context.fillStyle = `#${ink}`
    context.font = 'bold 40px sans-serif'
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText([...name][0]?.toUpperCase() ?? '', 32, 35)
  }
  const link = document.createElement('link')
  link.rel = 'icon'
  link.type = 'image/png'
  link.href = canvas.toDataURL()
  return link
}
