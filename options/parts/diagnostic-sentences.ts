import { countMessage, language, message } from '../../src/browser/i18n'
import type { Diagnostic } from '../../src/config/parse/diagnostic'
import { diagnosticLimits } from '../../src/config/parse/diagnostic-limits'

/** Returns what is wrong and what to do, in one or two sentences. */
export function diagnosticSentence({ kind, values }: Diagnostic): string {
  // A test checks that each sentence matches the parser's values.
  return message(`diagnostic_${kind}`, ...([...values, ...(diagnosticLimits[kind] ?? [])] as never))
}

/** Returns “Error”, “Warning” or “Notice”, to put before a diagnostic. */
export function severityWord(severity: Diagnostic['severity']): string {
  return message(`options_${severity}`)
}

/** Returns a text such as “2 errors and 1 notice”. */
export function countsSentence(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap(severity => {
    const count = diagnostics.filter(one => one.severity === severity).length
    return count === 0 ? [] : [countMessage(`options_${severity}Count`, count)]
  })
  return new Intl.ListFormat(language(), { style: 'narrow', type: 'conjunction' }).format(counts)
}
