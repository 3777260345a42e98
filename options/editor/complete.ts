import { type CompletionContext, type CompletionResult, startCompletion } from '@codemirror/autocomplete'
import { StateEffect, StateField, type Text } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { completionsAt, type Known } from '../../src/config/completions'
import { pairStyle, writePair } from '../../src/config/pair-style'
import { readLine } from '../../src/config/read-line'

/** Sections are short; a text without any is not read to its end for a completion. */
const longestSection = 200

export const setKnown = StateEffect.define<Known>()

/** What the checked text is known to have. */
export const known = StateField.define<Known>({
  create: () => ({ profiles: [], groups: [], roleNames: [] }),
  update: (value, { effects }) => effects.findLast(effect => effect.is(setKnown))?.value ?? value,
})

/** Completes keys and values of our language. */
export function complete({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const line = state.doc.lineAt(pos)
  const column = pos - line.from
  const above = sectionAbove(state.doc, line.number)
  const found = completionsAt(line.text, column, keysOf(above), state.field(known))
  if (!found || (!explicit && found.range.to === found.range.from && found.kind === 'key')) return null
  const hasEquals = line.text.includes('=')
  return {
    from: line.from + found.range.from,
    to: line.from + found.range.to,
    options: found.texts.map((text, index) => ({
      label: text,
      // The order that they come in, where nothing else decides.
      boost: -Math.min(index, 99),
      ...(found.kind === 'key' && !hasEquals && { apply: writeKey(pairStyle(above)) }),
    })),
  }
}

function writeKey(style: ReturnType<typeof pairStyle>) {
  return (view: EditorView, { label }: { readonly label: string }, from: number, to: number) => {
    const insert = writePair({ ...style, indent: '' }, label, '')
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.complete',
    })
    startCompletion(view)
  }
}

function sectionAbove(doc: Text, number: number): readonly string[] {
  const lines: string[] = []
  for (let above = number - 1; above >= 1 && above > number - longestSection; above--) {
    const { text } = doc.line(above)
    if (readLine(text).kind === 'header') break
    lines.unshift(text)
  }
  return lines
}

function keysOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(text => {
      const line = readLine(text)
      return line.kind === 'pair' ? [line.key] : []
    }),
  )
}
