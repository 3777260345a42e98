import { type EditorView, WidgetType } from '@codemirror/view'
import { message } from '../../src/browser/i18n'
import { colorLike } from '../../src/config/edit/color-style'
import { readLine } from '../../src/config/parse/read-line'

/** A small picture of a colour, six lower-case hex digits, that opens the browser's colour picker. */
export class Swatch extends WidgetType {
  readonly color: string

  constructor(color: string) {
    super()
    this.color = color
  }

  override eq(other: Swatch): boolean {
    return other.color === this.color
  }

  override toDOM(view: EditorView): HTMLElement {
    const input = document.createElement('input')
    input.type = 'color'
    input.className = 'cm-swatch'
    // It is in the middle of a text: the keyboard opens it with Ctrl+. on its line.
    input.tabIndex = -1
    input.title = message('options_pickColor')
    input.setAttribute('aria-label', message('options_pickColor'))
    input.value = `#${this.color}`
    input.addEventListener('input', () => writeColor(view, view.posAtDOM(input), input.value.slice(1)))
    return input
  }

  /** Another element in its place would close the picker that the user is choosing in. */
  override updateDOM(dom: HTMLElement): boolean {
    if (!(dom instanceof HTMLInputElement)) return false
    dom.value = `#${this.color}`
    return true
  }

  override ignoreEvent(): boolean {
    return true
  }
}

/** Opens the picker of the swatch on the cursor's line; gives false where there is none. */
export function pickColor(view: EditorView): boolean {
  const { node } = view.domAtPos(view.state.doc.lineAt(view.state.selection.main.head).from)
  const line = node instanceof Element ? node : node.parentElement
  const input = line?.closest('.cm-line')?.querySelector('input')
  input?.showPicker()
  return Boolean(input)
}

function writeColor(view: EditorView, position: number, color: string): void {
  const { from, text } = view.state.doc.lineAt(position)
  const line = readLine(text)
  if (line.kind !== 'pair') return
  const range = { from: from + line.valueRange.from, to: from + line.valueRange.to }
  const insert = colorLike(line.value, color)
  // What is tried in the picker is one step to undo, as typing is.
  view.dispatch({ changes: { ...range, insert }, userEvent: 'input.type.color' })
}
