import { type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint'
import type { EditorState, TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { message } from '../../src/browser/i18n'
import type { Diagnostic, Span } from '../../src/config/parse/diagnostic'
import { diagnosticSentence } from '../parts/diagnostic-sentences'

/** Each underline costs the editor time with every key; a text with more diagnostics is wrong as a whole. */
const maxUnderlined = 1000

/** Underlines the places of the diagnostics, each with its sentence and its fix, if any. */
export function underlineDiagnostics(
  state: EditorState,
  diagnostics: readonly Diagnostic[],
  rangeOf: (span: Span) => { readonly from: number; readonly to: number },
): TransactionSpec {
  const underlines = diagnostics.slice(0, maxUnderlined).map((diagnostic): Mark => {
    const { severity, fix } = diagnostic
    const actions = fix ? [{ name: message('options_fix'), apply: writer(fix.text) }] : []
    return { ...rangeOf(diagnostic), severity, message: diagnosticSentence(diagnostic), actions }
  })
  return setDiagnostics(state, underlines)
}

function writer(insert: string) {
  return (view: EditorView, from: number, to: number) => {
    view.dispatch({ changes: { from, to, insert }, userEvent: 'input.fix' })
  }
}
