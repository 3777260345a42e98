import { asOneLine, type OneLine } from '../../lib/one-line'
import { checkColor } from '../parse/aws-values'

/** The six lower-case hex digits of a `color` as it is written, or undefined where it is no colour. */
export function writtenColor(value: string): string | undefined {
  const checked = checkColor(value)
  return typeof checked === 'string' ? checked : undefined
}

/** `color`, six lower-case hex digits, written as the value before it was: with `#` or without, in capitals or not. */
export function colorLike(before: string, color: string): OneLine {
  const digits = /[A-F]/.test(before) && !/[a-f]/.test(before) ? color.toUpperCase() : color
  return asOneLine(before === '' || before.startsWith('#') ? `#${digits}` : digits)
}
