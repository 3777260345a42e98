import type { GroupColor } from '../browser/tab-groups'
import { oklab } from '../lib/oklab'

/** The colors that a tab group may have, in both browsers, each as Chromium draws it. Gray is for colors without a hue. */
const colors: Readonly<Record<GroupColor, string>> = {
  grey: '5f6368',
  blue: '1a73e8',
  red: 'd93025',
  yellow: 'f9ab00',
  green: '188038',
  pink: 'd01884',
  purple: 'a142f4',
  cyan: '007b83',
  orange: 'fa903e',
}

/** The `chroma` in Oklab below which a hue is hardly visible. */
const minChroma = 0.03

const hues = Object.entries(colors)
  .filter(([name]) => name !== 'grey')
  .map(([name, hex]) => [name as GroupColor, hueOf(hex)] as const)

/** Returns the group color nearest in hue to a color of six hex digits, dark or light; gray if it has hardly any hue. */
export function groupColor(hex: string): GroupColor {
  const { hue, chroma } = hueOf(hex)
  if (chroma < minChroma) return 'grey'
  const between = (other: number) => Math.abs(Math.atan2(Math.sin(hue - other), Math.cos(hue - other)))
  const [nearest] = hues.reduce((best, one) => (between(one[1].hue) < between(best[1].hue) ? one : best))
  return nearest
}

function hueOf(hex: string): { readonly hue: number; readonly chroma: number } {
  const [, a, b] = oklab(hex)
  return { hue: Math.atan2(b, a), chroma: Math.hypot(a, b) }
}
