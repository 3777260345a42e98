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
  ViewPlugin,
} from '@codemirror/view'
import { knownValues } from '../../src/config/assist/completions'
import { fromEditor, toEditor } from '../../src/config/edit/line-ends'
import type { Span } from '../../src/config/parse/diagnostic'
import { commonEnds } from '../../src/lib/common-ends'
import { byteOrderMarkOf } from '../../src/lib/text-lines'
import { adoptStyles } from './adopt-styles'
import { complete, known, setKnown } from './autocomplete'
import { pickColor } from './color-picker'
import type { Document, Findings } from './document'
import { foldSections } from './fold-sections'
import { latinShortcuts } from './latin-shortcuts'
import { phrases } from './phrases'
import { showLines } from './show-lines'
import { underlineDiagnostics } from './underline-diagnostics'

/** The page's editor. It owns its text: no other file reads or writes it. */
export interface CodeEditor {
  readonly element: Element
  /** The whole text, with the line ends and the byte order mark that were put in. */
  text(): string
  /** Replaces the whole text. */
  replace(document: Document): void
  /** Moves the cursor to a position in the whole text, and the focus with it. */
  select(span: Span): void
  /** Moves the cursor to the start of a line and shows it, while the focus stays where it is. */
  reveal(line: number): void
  /** Replaces the span with `text`. The user can undo it. */
  write(span: Span, text: string): void
  /** Underlines the diagnostics of the current text. */
  show(findings: Findings): void
  setReadOnly(readOnly: boolean): void
  destroy(): void
}

export interface CodeEditorOptions {
  /** The accessible name. */
  readonly label: string
  /** What is in it at first. */
  readonly document: Document
  readonly readOnly: boolean
  /** The user changed the text. */
  onEdit(): void
  /** The cursor moved to another line, counted from 1. */
  onCursor(line: number): void
}

adoptStyles()

/**
 * Returns an editor whose element is still to be put into the page. `onEdit` isn't called for `replace`, which isn't the
 * user's doing, but is for `write`.
 */
export function createCodeEditor({
  label,
  document,
  readOnly,
  onEdit,
  onCursor,
}: CodeEditorOptions): CodeEditor {
  const changeable = new Compartment()
  const unchangeable = [EditorState.readOnly.of(true), EditorView.editable.of(false)]
  let whole = document.text
  const view = new EditorView({
    doc: toEditor(whole),
    extensions: [
      ...behavior(),
      changeable.of(readOnly ? unchangeable : []),
      keepCursorInView,
      // It can have the focus without the tabindex too, but accessibility checkers don't know that.
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
      EditorView.updateListener.of(({ docChanged, selectionSet, transactions, state }) => {
        const isReplaced = transactions.some(transaction => transaction.annotation(Transaction.remote))
        if (docChanged && !isReplaced) onEdit()
        if (docChanged || selectionSet) onCursor(state.doc.lineAt(state.selection.main.head).number)
      }),
    ],
  })
  /** The state of the document made from `whole`. */
  let wholeOf = view.state.doc
  const rangeOf = ({ line, column, endColumn }: Span) => {
    const { doc } = view.state
    const { from, to } = doc.line(Math.min(line, doc.lines))
    // The editor doesn't hold the byte order mark, which counts as a column.
    const start = from - (line === 1 && byteOrderMarkOf(whole) !== '' ? 2 : 1)
    return { from: Math.min(start + column, to), to: Math.min(start + endColumn, to) }
  }

  const reveal = (line: number) => {
    const { from } = rangeOf({ line, column: 1, endColumn: 1 })
    view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) })
  }

  return {
    element: view.dom,
    text() {
      const { doc } = view.state
      if (doc !== wholeOf) {
        whole = fromEditor(whole, doc.toString())
        wholeOf = doc
      }
      return whole
    },
    replace({ text, undoable, line }) {
      whole = text
      const [old, now] = [view.state.doc.toString(), toEditor(text)]
      const { before, after } = commonEnds(old, now)
      const changes = { from: before, to: old.length - after, insert: now.slice(before, now.length - after) }
      measureAtOnce(view)
      view.dispatch({
        changes,
        annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(undoable)],
      })
      wholeOf = view.state.doc
      if (line !== undefined) reveal(line)
    },
    select(span) {
      const { from, to } = rangeOf(span)
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      })
      view.focus()
    },
    reveal,
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
      view.dispatch(underlineDiagnostics(view.state, diagnostics, rangeOf), {
        effects: setKnown.of(knownValues(profiles)),
      })
    },
    setReadOnly(is) {
      view.dispatch({ effects: changeable.reconfigure(is ? unchangeable : []) })
    },
    destroy: () => view.destroy(),
  }
}

/**
 * Has the editor notice that it is shown again, which takes it a while. Until then it would draw all of a new text: minutes
 * for a long one. Source: CodeMirror's `ViewState.viewportIsAppropriate`, `EditorView.readMeasured`.
 */
function measureAtOnce(view: EditorView): void {
  view.requestMeasure()
  view.elementAtHeight(0)
}

/** Keeps the line that the user types in in view: the content below the editor grows and shrinks with the messages. */
const keepCursorInView = ViewPlugin.define(view => {
  let height = 0
  return {
    update({ geometryChanged }) {
      if (!geometryChanged) return
      view.requestMeasure({
        read: () => view.scrollDOM.clientHeight,
        write(now) {
          const { head } = view.state.selection.main
          const shrinks = now < height
          height = now
          if (shrinks && view.hasFocus)
            queueMicrotask(() => view.dispatch({ effects: EditorView.scrollIntoView(head) }))
        },
      })
    },
  }
})

function behavior(): readonly Extension[] {
  return [
    EditorState.phrases.of(phrases()),
    lintGutter(),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    drawSelection({ cursorBlinkRate: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1200 }),
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
    latinShortcuts,
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
