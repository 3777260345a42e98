import type { Ref } from 'preact'
import { useEffect, useImperativeHandle, useRef } from 'preact/hooks'
import type { Span } from '../src/config/diagnostic'
import { fromEditor, toEditor } from '../src/config/line-ends'
import type { Document } from './state'

/** What can be asked of the editor. Its text is its own: no other file reads it or writes to it. */
export interface EditorHandle {
  /** The whole text: with the line ends and the byte order mark of what was put in. */
  text(): string
  /** Moves the cursor to a place of the whole text, and the focus with it. */
  select(span: Span): void
  /** Writes `text` in place of what stands at the span. The user can undo it. */
  write(span: Span, text: string): void
}

interface EditorProps {
  readonly handle: Ref<EditorHandle>
  readonly label: string
  readonly document: Document
  readonly disabled: boolean
  onEdit(): void
}

export function Editor({ handle, label, document, disabled, onEdit }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const whole = useRef('')

  useEffect(() => {
    whole.current = document.text
    if (area.current) area.current.value = toEditor(document.text)
  }, [document])

  useImperativeHandle(handle, () => {
    const select = (span: Span) => {
      const field = area.current
      if (!field) return
      const { start, end } = placeOf(field.value, span, whole.current.startsWith('\uFEFF'))
      field.focus()
      field.setSelectionRange(start, end)
      const lines = field.value.split('\n').length
      field.scrollTop = (field.scrollHeight * (span.line - 1)) / lines - field.clientHeight / 3
    }
    return {
      text() {
        whole.current = fromEditor(whole.current, area.current?.value ?? '')
        return whole.current
      },
      select,
      write(span, text) {
        select(span)
        area.current?.ownerDocument.execCommand('insertText', false, text)
      },
    }
  }, [])

  return (
    <textarea
      ref={area}
      class="editor"
      aria-label={label}
      disabled={disabled}
      spellcheck={false}
      autocomplete="off"
      autocapitalize="off"
      wrap="off"
      onInput={onEdit}
    />
  )
}

function placeOf(text: string, { line, column, endColumn }: Span, marked: boolean) {
  let start = 0
  for (let passed = 1; passed < line; passed++) start = text.indexOf('\n', start) + 1
  const shift = marked && line === 1 ? 2 : 1
  return { start: start + column - shift, end: start + endColumn - shift }
}
