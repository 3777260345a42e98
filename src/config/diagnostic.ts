/**
 * A message about the text. It holds what happened and the words to say it with, not the sentence: the
 * interface makes the sentence, in the reader's language, from the message `diagnostic_<kind>` and `values`.
 */
export interface Diagnostic {
  /** `error`: the profile is left out. `warning`: it works, but not as written. `info`: good to know. */
  readonly severity: 'error' | 'warning' | 'info'
  readonly kind: DiagnosticKind
  /** 1-based line, counting LF, CRLF and CR each as one line end. */
  readonly line: number
  /** 1-based column, in UTF-16 code units, of the first character meant. */
  readonly column: number
  /** 1-based column after the last character meant, on the same line. */
  readonly endColumn: number
  /** What the sentence names, in its order: the value found, the nearest known key, … */
  readonly values: readonly string[]
}

export type DiagnosticKind = 'todo'
