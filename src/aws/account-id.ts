import type { OneLine } from '../lib/one-line'

/** Whether a text is an account's 12 digits. */
export function isAccountId(text: string): text is OneLine {
  return /^\d{12}$/.test(text)
}
