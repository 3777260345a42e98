import type { Density } from '../../src/settings/settings'
import type { Row } from './rows'

/** Heights of a role's row in CSS pixels, at the browser's usual font size; role-list.css fits the text into them. */
const roleHeights = { comfortable: 42, compact: 28 } as const
const headingHeights = { group: 28, section: 24, 'switch-back': 32, here: 32, again: 32 } as const

/** Returns a row's height, in CSS pixels. */
export function rowHeight(density: Density, kind: Row['kind'] = 'role'): number {
  return Math.round((kind === 'role' ? roleHeights[density] : headingHeights[kind]) * textScale())
}

/** Returns how many rows of roles fit into `pixels`, with half a row more, which shows that more follow. */
export function rowsThatFit(density: Density, pixels: number): number {
  return Math.floor(pixels / rowHeight(density)) + 0.5
}

let scale: number | undefined

/**
 * Returns how much taller than usual a line of text is, because the user's fonts are larger. Measures it only once, with the
 * line in the menu's index.html: a new one makes the browser lay the page out once more.
 */
export function textScale(): number {
  if (scale !== undefined) return scale
  // Unit tests have no page to measure.
  if (!globalThis.document?.body) return 1
  const line = document.querySelector<HTMLElement>('.line-probe') ?? newLine()
  scale = Math.max(1, line.offsetHeight / 16)
  line.remove()
  return scale
}

function newLine(): HTMLElement {
  const line = document.createElement('span')
  line.className = 'line-probe'
  line.textContent = '0'
  document.body.append(line)
  return line
}
