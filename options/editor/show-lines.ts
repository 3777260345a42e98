import { type Range as Decorated, RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { writtenColor } from '../../src/config/edit/color-style'
import { readLine } from '../../src/config/parse/read-line'
import { Swatch } from './color-picker'

const header = Decoration.mark({ class: 'ini-header' })
const key = Decoration.mark({ class: 'ini-key' })
const equals = Decoration.mark({ class: 'ini-equals' })
const value = Decoration.mark({ class: 'ini-value' })
const comment = Decoration.mark({ class: 'ini-comment' })

/** Colors the lines in view, and puts a swatch before each color. */
export const showLines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = decorate(view)
    }

    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view)
    }
  },
  { decorations: plugin => plugin.decorations },
)

function decorate({ state: { doc }, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of visibleRanges) {
    for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
      for (const part of partsOf(line.text, line.from)) builder.add(part.from, part.to, part.value)
      if (line.to >= to) break
    }
  }
  return builder.finish()
}

function partsOf(text: string, start: number): readonly Decorated<Decoration>[] {
  const line = readLine(text)
  const end = start + text.length
  const part = (decoration: Decoration, from: number, to: number) =>
    to > from ? [decoration.range(start + from, start + to)] : []
  const rest = (from: number | undefined) => (from === undefined ? [] : [comment.range(start + from, end)])
  switch (line.kind) {
    case 'comment':
      return rest(line.from)
    case 'header':
      return [...part(header, line.from, line.to), ...rest(line.comment)]
    case 'pair': {
      const color = line.key === 'color' ? writtenColor(line.value) : undefined
      const { from, to } = line.valueRange
      const swatch = color && Decoration.widget({ widget: new Swatch(color), side: -1 })
      return [
        ...part(key, line.keyRange.from, line.keyRange.to),
        ...part(equals, line.equals, line.equals + 1),
        ...(swatch ? [swatch.range(start + from)] : []),
        ...part(value, from, to),
        ...rest(line.comment),
      ]
    }
    case 'blank':
    case 'other':
      return []
  }
}
