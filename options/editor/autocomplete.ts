import { type CompletionContext, type CompletionResult, startCompletion } from '@codemirror/autocomplete'
import { StateEffect, StateField, type Text } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { type Above, completionsAt, type Known } from '../../src/config/assist/completions'
import { pairStyle, writePair } from '../../src/config/edit/pair-style'
import { readLine } from '../../src/config/parse/read-line'
import { isReserved, readHeader } from '../../src/config/parse/section-header'
import { type Line, lineOf } from '../../src/lib/one-line'

/** Sections are short; a text without any is not read to its end for a completion. */
const maxSectionLines = 200

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
  const section = sectionAbove(state.doc, line.number)
  const found = completionsAt(line.text, column, aboveOf(section), state.field(known))
  if (!found || (!explicit && found.range.to === found.range.from && found.kind === 'key')) return null
  const hasEquals = line.text.includes('=')
  return {
    from: line.from + found.range.from,
    to: line.from + found.range.to,
    options: found.texts.map((text, index) => ({
      label: text,
      // Their own order, if nothing else decides.
      boost: -Math.min(index, 99),
      ...(found.kind === 'key' && !hasEquals && { apply: writeKey(pairStyle(section.lines)) }),
    })),
  }
}

function writeKey(style: ReturnType<typeof pairStyle>) {
  return (view: EditorView, { label }: { readonly label: string }, from: number, to: number) => {
    const insert = writePair({ ...style, indent: lineOf('') }, lineOf(label), lineOf(''))
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.complete',
    })
    startCompletion(view)
  }
}

/** Returns the lines above a line in its section, and the section's header, if it has one. */
interface SectionAbove {
  readonly header: string | undefined
  readonly lines: readonly Line[]
}

function sectionAbove(doc: Text, number: number): SectionAbove {
  const lines: Line[] = []
  for (let above = number - 1; above >= 1 && above > number - maxSectionLines; above--) {
    const { text } = doc.line(above)
    if (readLine(text).kind === 'header') return { header: text, lines }
    lines.unshift(lineOf(text))
  }
  return { header: undefined, lines }
}

function aboveOf({ header, lines }: SectionAbove): Above {
  const keys = lines.flatMap(text => {
    const line = readLine(text)
    return line.kind === 'pair' ? [line.key] : []
  })
  const isSettings = header !== undefined && isReserved(readHeader(header.trim()))
  return { keys: new Set(keys), isSettings }
}
