/** The minimum contrast of normal text, WCAG 2.2 level AA, success criterion 1.4.3. */
const minContrast = 4.5

type Rgb = readonly [red: number, green: number, blue: number]

/**
 * Returns the text color for `background` that is nearest to `color`: mixed with just enough black or white for AA contrast.
 * Both are six hex digits, as is the result.
 */
export function readableColor(color: string, background: string): string {
  const [wanted, behind] = [parse(color), parse(background)]
  if (contrast(wanted, behind) >= minContrast) return color
  const end: Rgb = luminance(behind) > 0.18 ? [0, 0, 0] : [255, 255, 255]
  // Contrast grows with the share of black or white, so bisection finds the smallest share: 1/256 is less than one step of a
  // channel.
  let [low, high] = [0, 1]
  for (let step = 0; step < 8; step++) {
    const share = (low + high) / 2
    if (contrast(mix(wanted, end, share), behind) >= minContrast) high = share
    else low = share
  }
  return format(mix(wanted, end, high))
}

/** Returns black or white, whichever is more readable on `background`. */
export function textColorOn(background: string): string {
  const behind = parse(background)
  return contrast([0, 0, 0], behind) >= contrast([255, 255, 255], behind) ? '000000' : 'ffffff'
}

/** Returns the contrast of two colors of six hex digits, 1 to 21. Source: WCAG 2.2, “contrast ratio”. */
export function contrastRatio(one: string, other: string): number {
  return contrast(parse(one), parse(other))
}

function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Returns red, green and blue of a color of six hex digits as linear light, 0 to 1 each. */
export function linearRgb(color: string): Rgb {
  const [red, green, blue] = parse(color)
  return [linear(red), linear(green), linear(blue)]
}

/** Source: WCAG 2.2, “relative luminance”. */
function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share)
  return [channel(0), channel(1), channel(2)]
}

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function format(color: Rgb): string {
  return color.map(channel => channel.toString(16).padStart(2, '0')).join('')
}
