import { asOneLine, type OneLine } from '../../lib/one-line'
import { checkColor } from '../parse/aws-values'

/** Returns the six lowercase hex digits of a written `color`, or undefined if it isn't a valid color. */
export function writtenColor(value: string): string | undefined {
  const checked = checkColor(value)
  return typeof checked === 'string' ? checked : undefined
}

/**
 * Writes `color`, six lowercase hex digits, in the style of the previous value: with or without `#`, in upper or lower
 * case.
 */
export function colorLike(before: string, color: string): OneLine {
  const digits = /[A-F]/.test(before) && !/[a-f]/.test(before) ? color.toUpperCase() : color
  return asOneLine(before === '' || before.startsWith('#') ? `#${digits}` : digits)
}
