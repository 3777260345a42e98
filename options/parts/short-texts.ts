import { language } from '../../src/browser/i18n'
import { isolated } from '../../src/lib/bidi'

/** Maximum number of names in a list; “…” replaces the rest. */
const maxNames = 5

/** Returns a text such as “a, b, c”, followed by “…” if there are more. */
export function namesText(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).map(isolated)
  const told = new Intl.ListFormat(language(), { style: 'narrow', type: 'conjunction' }).format(shown)
  return names.length > maxNames ? `${told} …` : told
}

/** Returns a text such as “Nov 25, 2026, 9:30 AM”. */
export function dateText(time: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(time)
}
