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
  /** The editor has a new text. */
  onReady(): void
  onEdit(): void
  onCursor(line: number): void
}

/** The editor. A new text appears in the same picture as everything else that depends on it. */
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
  // Created while the page is still empty: CodeMirror reads the selection, which makes the browser lay out the whole page.
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
