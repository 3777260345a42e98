import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { codeFolding, foldGutter, foldKeymap } from '@codemirror/language'
import { lintGutter, nextDiagnostic, previousDiagnostic } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState, type Extension, Transaction } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view'
import { knownValues } from '../../src/config/completions'
import type { Span } from '../../src/config/diagnostic'
import { fromEditor, toEditor } from '../../src/config/line-ends'
import type { Document, Findings } from '../state'
import { adoptStyles } from './adopt-styles'
import { complete, known, setKnown } from './complete'
import { foldSections } from './fold-sections'
import { markDiagnostics } from './mark-diagnostics'
import { phrases } from './phrases'
import { showLines } from './show-lines'
import { pickColor } from './swatch'

/** The editor of the page. Its text is its own: no other file reads it or writes to it. */
export interface CodeEditor {
  /** The whole text: with the line ends and the byte order mark of what was put in. */
  text(): string
  /** Puts a text in place of all. */
  replace(document: Document): void
  /** Moves the cursor to a place of the whole text, and the focus with it. */
  select(span: Span): void
  /** Writes `text` in place of what stands at the span. The user can undo it. */
  write(span: Span, text: string): void
  /** Marks what was found in the text as it is now. */
  show(findings: Findings): void
  setReadOnly(readOnly: boolean): void
  destroy(): void
}

export interface CodeEditorOptions {
  /** The accessible name. */
  readonly label: string
  /** The user changed the text. */
  onEdit(): void
}

adoptStyles()

export function createCodeEditor(parent: Element, { label, onEdit }: CodeEditorOptions): CodeEditor {
  const readOnly = new Compartment()
  let whole = ''
  /** The state of the document that `whole` was made of. */
  let wholeOf = EditorState.create().doc
  const view = new EditorView({
    parent,
    extensions: [
      ...behaviour(),
      readOnly.of([]),
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
      EditorView.updateListener.of(({ docChanged, transactions }) => {
        const isReplaced = transactions.some(transaction => transaction.annotation(Transaction.remote))
        if (docChanged && !isReplaced) onEdit()
      }),
    ],
  })
  const rangeOf = ({ line, column, endColumn }: Span) => {
    const { doc } = view.state
    const { from, to } = doc.line(Math.min(line, doc.lines))
    // The editor doesn't hold the byte order mark, which counts as a column.
    const start = from - (line === 1 && whole.startsWith('\uFEFF') ? 2 : 1)
    return { from: Math.min(start + column, to), to: Math.min(start + endColumn, to) }
  }

  return {
    text() {
      const { doc } = view.state
      if (doc !== wholeOf) {
        whole = fromEditor(whole, doc.toString())
        wholeOf = doc
      }
      return whole
    },
    replace({ text, undoable }) {
      whole = text
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: toEditor(text) },
        annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(undoable)],
      })
      wholeOf = view.state.doc
    },
    select(span) {
      const { from, to } = rangeOf(span)
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      })
      view.focus()
    },
    write(span, text) {
      const { from, to } = rangeOf(span)
      view.dispatch({
        changes: { from, to, insert: text },
        selection: { anchor: from + text.length },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
        userEvent: 'input.fix',
      })
    },
    show({ diagnostics, profiles }) {
      view.dispatch(markDiagnostics(view.state, diagnostics, rangeOf), {
        effects: setKnown.of(knownValues(profiles)),
      })
    },
    setReadOnly(is) {
      view.dispatch({
        effects: readOnly.reconfigure(
          is ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : [],
        ),
      })
    },
    destroy: () => view.destroy(),
  }
}

function behaviour(): readonly Extension[] {
  return [
    EditorState.phrases.of(phrases()),
    lintGutter(),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    drawSelection(),
    rectangularSelection(),
    history(),
    search({ top: true }),
    highlightSelectionMatches(),
    codeFolding(),
    foldGutter(),
    foldSections,
    known,
    autocompletion({ override: [complete], icons: false }),
    showLines,
    keymap.of([
      { key: 'Mod-.', run: pickColor },
      { key: 'F8', run: nextDiagnostic },
      { key: 'Shift-F8', run: previousDiagnostic },
      ...completionKeymap,
      ...foldKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
  ]
}
