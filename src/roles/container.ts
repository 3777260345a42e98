import type { Role } from './role'

/** Firefox's container colours, without a hash. Source: Firefox, `toolkit/components/contextualidentity`. */
const colors: readonly (readonly [name: string, rgb: string])[] = [
  ['blue', '37adff'],
  ['turquoise', '00c79a'],
  ['green', '51cd00'],
  ['yellow', 'ffcb00'],
  ['orange', 'ff9f00'],
  ['red', 'ff613d'],
  ['pink', 'ff4bda'],
  ['purple', 'af51f5'],
  ['toolbar', '7c7c7d'],
]

/**
 * An address by which a page is opened in a Firefox container of the role's name and nearest colour, made where there is
 * none yet. The add-on “Open external links in a container” takes it. Source: its README, “URL parameters”.
 */
export function containerLink({ name, color }: Pick<Role, 'name' | 'color'>, url: string): string {
  const parameters = { name, ...(color !== undefined && { color: nearest(color) }), url }
  const pairs = Object.entries(parameters).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `ext+container:${pairs.join('&')}`
}

/** The colour whose hue is nearest: a dark red is a red. Those without a hue are `toolbar`, which is grey. */
function nearest(color: string): string {
  const hue = hueOf(color)
  if (hue === undefined) return 'toolbar'
  const distances = colors.flatMap(([name, rgb]) => {
    const other = hueOf(rgb)
    if (other === undefined) return []
    const apart = Math.abs(hue - other)
    return [[Math.min(apart, 360 - apart), name] as const]
  })
  return distances.reduce((best, next) => (next[0] < best[0] ? next : best))[1]
}

/** In degrees; undefined for greys, and for what is nearly one. */
function hueOf(color: string): number | undefined {
  const value = Number.parseInt(color, 16)
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255] as const
  const most = Math.max(red, green, blue)
  const range = most - Math.min(red, green, blue)
  if (range < 0.2 * most || range === 0) return undefined
  if (most === red) return (((green - blue) / range) * 60 + 360) % 360
  return most === green ? ((blue - red) / range) * 60 + 120 : ((red - green) / range) * 60 + 240
}
