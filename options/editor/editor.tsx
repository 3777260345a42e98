import type { Ref } from 'preact'
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type CodeEditor, createCodeEditor } from './code-editor'
import type { Document, Findings } from './document'

/** The page's requests to the editor. */
export type EditorHandle = Pick<CodeEditor, 'text' | 'select' | 'reveal' | 'write'>

interface EditorProps {
  readonly handle: Ref<EditorHandle | null>
  readonly label: string
  readonly document: Document
  readonly findings: Findings | undefined
  readonly readOnly: boolean
  /** There is a new text in the editor. */
  onReady(): void
  onEdit(): void
  onCursor(line: number): void
}

/** The editor, in the same picture as everything else that its text changes. */
export function Editor({
  handle,
  label,
  document,
  findings,
  readOnly,
  onReady,
  onEdit,
  onCursor,
}: EditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const listeners = useRef({ onEdit, onCursor })
  listeners.current = { onEdit, onCursor }
  /** What the editor was given last. */
  const given = useRef({ document, readOnly })
  // Made before the page has any content, because making it asks where the selection is, for which the browser would have to
  // lay out whatever is there.
  const [editor] = useState(() =>
    createCodeEditor({
      label,
      document,
      readOnly,
      onEdit: () => listeners.current.onEdit(),
      onCursor: line => listeners.current.onCursor(line),
    }),
  )

  useLayoutEffect(() => {
    host.current?.append(editor.element)
    return () => editor.destroy()
  }, [editor])
  useImperativeHandle<EditorHandle | null, EditorHandle | null>(handle, () => editor, [editor])
  useLayoutEffect(() => {
    if (given.current.document !== document) editor.replace(document)
    if (given.current.readOnly !== readOnly) editor.setReadOnly(readOnly)
    given.current = { document, readOnly }
  }, [document, readOnly])
  useLayoutEffect(onReady, [document])
  useEffect(() => {
    if (findings) editor.show(findings)
  }, [findings])

  return <div ref={host} class="editor" />
}
