import { countMessage, language, message } from '../../src/browser/i18n'
import type { Diagnostic } from '../../src/config/parse/diagnostic'
import { diagnosticLimits } from '../../src/config/parse/diagnostic-limits'
import { isolated } from '../../src/lib/bidi'

/** What is wrong and what to do, as one sentence or two. */
export function diagnosticSentence({ kind, values }: Diagnostic): string {
  // A test holds the sentences and what the parser gives each together.
  return message(`diagnostic_${kind}`, ...([...values, ...(diagnosticLimits[kind] ?? [])] as never))
}

/** “Error”, “Warning” or “Notice”, for the place in front of a diagnostic. */
export function severityWord(severity: Diagnostic['severity']): string {
  return message(`options_${severity}`)
}

/** As in “2 errors and 1 notice”. */
export function countsSentence(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap(severity => {
    const count = diagnostics.filter(one => one.severity === severity).length
    return count === 0 ? [] : [countMessage(`options_${severity}Count`, count)]
  })
  return new Intl.ListFormat(language(), { style: 'narrow', type: 'conjunction' }).format(counts)
}

/** Names told in a list; the rest are left to “…”. */
const mostNames = 5

/** As in “a, b, c”, or with “…” behind it where there are more. */
export function namesText(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(isolated)
  const told = new Intl.ListFormat(language(), { style: 'narrow', type: 'conjunction' }).format(shown)
  return names.length > mostNames ? `${told} …` : told
}

/** As in “Nov 25, 2026, 9:30 AM”. */
export function dateText(time: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(time)
}
