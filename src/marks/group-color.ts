import type { GroupColor } from '../browser/tab-groups'
import { linearRgb } from '../lib/color'

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

/**
 * Returns the hue in Oklab, which matches human perception. Source: B. Ottosson, “A perceptual color space for image
 * processing”.
 */
function hueOf(hex: string): { readonly hue: number; readonly chroma: number } {
  const [red, green, blue] = linearRgb(hex)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { hue: Math.atan2(b, a), chroma: Math.hypot(a, b) }
}
