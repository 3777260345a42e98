import type { BrowserName } from '../testing/browsers/driver'

/** The folders of Rolecall's own builds. */
export const builds = { chromium: 'dist/chrome', firefox: 'dist/firefox' } as const

const args = process.argv.slice(2)

/** Returns those of the values that the command names, or all if it names none. */
export function chosen<Value extends string>(...values: readonly Value[]): readonly Value[] {
  const named = values.filter(value => args.includes(value))
  return named.length > 0 ? named : values
}

/** The browsers to measure, and folders of builds to compare with: arguments with a slash. */
export const browsers = chosen<BrowserName>('chromium', 'firefox')
export const others = args.filter(arg => arg.includes('/'))

/** Returns the numbers of roles that the command names, or else the usual ones. */
export function countsOr(...usual: readonly number[]): readonly number[] {
  const numbers = args.map(Number).filter(number => number > 0)
  return numbers.length > 0 ? numbers : usual
}

/** Returns how often to measure, which the command says as in `x31`, or else the usual number. */
export function roundsOr(usual: number): number {
  return Number(args.find(arg => /^x\d+$/.test(arg))?.slice(1) ?? usual)
}
