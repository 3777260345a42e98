import type { Role } from '../config/resolve/role'

/**
 * Firefox's container colors that have a hue, without a hash. Source: Firefox, `toolkit/components/contextualidentity`.
 * Its `toolbar`, a gray, isn't among them: the add-on refuses a link with it. Source: honsiorovskyi/open-url-in-container,
 * `src/js/opener/parser.js`.
 */
const colors: readonly (readonly [name: string, rgb: string])[] = [
  ['blue', '37adff'],
  ['turquoise', '00c79a'],
  ['green', '51cd00'],
  ['yellow', 'ffcb00'],
  ['orange', 'ff9f00'],
  ['red', 'ff613d'],
  ['pink', 'ff4bda'],
  ['purple', 'af51f5'],
]

/**
 * Returns an address that opens a page in a Firefox container with the role's name and nearest color, creating it if needed.
 * The add-on “Open external links in a container” handles it. Source: its README, “URL parameters”.
 */
export function containerLink({ name, color }: Pick<Role, 'name' | 'color'>, url: string): string {
  const nearest = color === undefined ? undefined : nearestColor(color)
  const parameters = { name, ...(nearest && { color: nearest }), url }
  const pairs = Object.entries(parameters).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `ext+container:${pairs.join('&')}`
}

/**
 * Returns the color whose hue is nearest: a dark red is a red. Undefined for grays, for which the add-on uses its own
 * default.
 */
function nearestColor(color: string): string | undefined {
  const hue = hueOf(color)
  if (hue === undefined) return undefined
  const distances = colors.map(([name, rgb]) => {
    const apart = Math.abs(hue - (hueOf(rgb) ?? 0))
    return [Math.min(apart, 360 - apart), name] as const
  })
  return distances.reduce((best, next) => (next[0] < best[0] ? next : best))[1]
}

/** Returns the hue in degrees; undefined for grays and near-grays. */
function hueOf(color: string): number | undefined {
  const value = Number.parseInt(color, 16)
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255] as const
  const most = Math.max(red, green, blue)
  const range = most - Math.min(red, green, blue)
  if (range < 0.2 * most || range === 0) return undefined
  if (most === red) return (((green - blue) / range) * 60 + 360) % 360
  return most === green ? ((blue - red) / range) * 60 + 120 : ((red - green) / range) * 60 + 240
}
