import { type EditorView, WidgetType } from '@codemirror/view'
import { message } from '../../src/browser/i18n'
import { colorLike } from '../../src/config/edit/color-style'
import { readLine } from '../../src/config/parse/read-line'

/** A small swatch of a color, six lowercase hex digits, that opens the browser's color picker. */
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
    // It is in the middle of a text; from the keyboard, Ctrl+. on its line opens it.
    input.tabIndex = -1
    input.title = message('options_pickColor')
    input.setAttribute('aria-label', message('options_pickColor'))
    input.value = `#${this.color}`
    input.addEventListener('input', () => writeColor(view, view.posAtDOM(input), input.value.slice(1)))
    return input
  }

  /** Replacing the element would close the picker that the user is choosing in. */
  override updateDOM(dom: HTMLElement): boolean {
    if (!(dom instanceof HTMLInputElement)) return false
    dom.value = `#${this.color}`
    return true
  }

  override ignoreEvent(): boolean {
    return true
  }
}

/** Opens the picker of the swatch on the cursor's line; returns false if there is none. */
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
  // All the colors tried in the picker are one undo step, as with typing.
  view.dispatch({ changes: { ...range, insert }, userEvent: 'input.type.color' })
}
