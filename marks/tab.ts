import type { Mark } from '../src/marks/mark'

let mark: Mark | undefined
let prefix = ''
let icon: HTMLLinkElement | undefined

// The console writes its title, and now and then its icon, anew as one goes from page to page in it.
const observer = new MutationObserver(keep)

/** Has the tab show the profile's name before its title, and its colour as icon; without a mark as the page has it. */
export function markTab(wanted: Mark | undefined): void {
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
function iconOf({ name, color = '687078' }: Mark): HTMLLinkElement {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 64
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = `#${color}`
    context.beginPath()
    context.arc(32, 32, 32, 0, 2 * Math.PI)
    context.fill()
    context.fillStyle = `#${inkOn(color)}`
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

/** Black or white, whichever can be read on the colour. Source: WCAG 2.2, “relative luminance” and “contrast ratio”. */
export function inkOn(color: string): string {
  const value = Number.parseInt(color, 16)
  const [red = 0, green = 0, blue = 0] = [value >> 16, (value >> 8) & 255, value & 255].map(channel => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  // Where black and white have the same contrast.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '000000' : 'ffffff'
}
